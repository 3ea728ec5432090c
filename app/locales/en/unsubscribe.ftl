unsubscribe-title = No more letters
unsubscribe-ask = Shall we stop sending you invitations? What you have registered for yourself is not touched.
unsubscribe-button = Stop the letters
unsubscribe-done-title = The letters have stopped
unsubscribe-done = We send you no more invitations. Letters about events you have registered for still come.
unsubscribe-me = See what else you have agreed to
unsubscribe-ask-topics = Shall we stop writing to you about topics you follow and comments that name you? What is new stays on your own page.
unsubscribe-done-topics = We no longer write to you about topics. All other letters come as before; on your own page you can choose again.
