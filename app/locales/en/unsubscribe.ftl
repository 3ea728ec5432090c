unsubscribe-title = No more letters
unsubscribe-ask = Shall we stop sending you invitations? What you have registered for yourself is not touched.
unsubscribe-button = Stop the letters
unsubscribe-done-title = The letters have stopped
unsubscribe-done = We send you no more invitations. Letters about events you have registered for still come.
unsubscribe-me = See what else you have agreed to
