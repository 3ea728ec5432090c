datepoll-yes = Yes
datepoll-if-need-be = If need be
datepoll-no = No
datepoll-when = { $day }, { $hours } in { $place }
datepoll-said-by = { $n }
datepoll-sub = { $host } asks when you can meet. { $duration }.
datepoll-ask = Which of these times can you come to? What you leave blank counts as no.
datepoll-until = You can answer until { $when }, { $left }.
datepoll-mine = Your answer is in. You can change it until then.
datepoll-answered = { $n ->
    [0] Nobody has answered yet.
    [one] One person has answered.
   *[other] { $n } people have answered.
}
datepoll-you = Who are you?
datepoll-name = Name
datepoll-email = E-mail
datepoll-email-help = To be told the date. We write once, to ask whether the address is yours; unless you confirm it, nothing more comes.
datepoll-seen-by-all = Everybody who answers sees who answered what.
datepoll-seen-by-few = Only the organisers see who answered what; others see figures, and none under 5.
datepoll-seen-by-you = Only the organisers see this; others see figures, and none under 5.
datepoll-kept = What is answered without an account is erased { $n } days after the poll closes.
datepoll-send = Send my answer
datepoll-change = Change my answer
datepoll-take-back = Take my answer back
datepoll-taken-back = Your answer is taken back; nothing of it is kept.
datepoll-saved = Your answer is in.
datepoll-saved-letter = Your answer is in. A letter is on its way that asks whether the address is yours.
datepoll-saved-no-letter = Your answer is in. The address is not confirmed yet; no further letter is sent there now.
datepoll-own = Your own link
datepoll-own-note = Whoever has it can change your answer: keep it to yourself. This browser knows it anyway.
datepoll-others = Who answered what
datepoll-zone-yours = These are { $place } times.
datepoll-zone-theirs = These are { $place } times. Where are you?
datepoll-zone-show = Show times there
datepoll-you-said = You said:
datepoll-closed = The poll is closed
datepoll-closed-text = It closed on { $when }.
datepoll-decided = The date is chosen
datepoll-decided-text = Those who answered and can be reached are invited to it.
datepoll-to-event = Open the event
datepoll-to-result = See how it stands
datepoll-sign-in = Sign in to answer
datepoll-sign-in-text = The organisers ask people with an account. One made just now will do.
datepoll-confirm-title = Is this your address?
datepoll-confirm-sub = With one press you say that your answer to “{ $title }” may be answered by letter: you are invited once the date is chosen.
datepoll-confirm = Yes, it is mine
datepoll-confirmed = Thank you. You are invited once the date is chosen.

datepoll-polls = Date polls
datepoll-polls-note = For small meetings: you offer times, people say which suit.
datepoll-none = Nobody is being asked for a date.
datepoll-none-next = Offer some times, send the link round, and make the event of what suits most.
datepoll-new = Ask for a date
datepoll-open-until = Open until { $when }.
datepoll-state-decided = The date is chosen.
datepoll-title-field = What is the meeting about?
datepoll-note = Note
datepoll-note-help = What people should know before they answer. One language is enough.
datepoll-slots = Times
datepoll-slots-help = On the clocks of that zone; everybody sees them on their own. Blank lines are left out.
datepoll-slot = Time { $n }
datepoll-more-slots = More lines
datepoll-closes = People answer until
datepoll-closes-help = On the same clocks; before the last of the times.
datepoll-without-account = People without an account may answer
datepoll-without-account-note = By a name, and an address if they like. Their answers are erased 30 days after the close.
datepoll-answers-shown = Everybody who answers sees who answered what
datepoll-answers-shown-note = It is said on the page before they answer, and cannot be changed later.
datepoll-make = Make the poll
datepoll-made = The poll is made. Send its link to those you ask.

datepoll-link = The link
datepoll-link-note = Whoever has it can answer. Send it to those you ask.
datepoll-open = See it as they do
datepoll-times = Times
datepoll-times-note = How many can come, and what it costs them: hardship 0 in office hours, 128 in the dead of night.
datepoll-suggested = Take { $when }
datepoll-why = { $n } of { $all } can come. { $cost }
datepoll-rule = The time most can come to; of several, the one that is least bad for whom it hits worst.
datepoll-best = suggested
datepoll-night = { $n ->
    [0] It is night for nobody.
    [one] It is night for one person.
   *[other] It is night for { $n } people.
}
datepoll-hardest = It is hardest in { $place }, where it begins at { $time }.
datepoll-pains = Hardship { $worst } at the worst, { $total } in total.
datepoll-take = Make this the event
datepoll-answers = Who answered what
datepoll-who = Who
datepoll-who-caption = What everybody answered, time by time
datepoll-nameless = Without a name
datepoll-unconfirmed = not confirmed
datepoll-nobody = Nobody has answered yet.
datepoll-nobody-next = Send the link round; answers appear here.
datepoll-change-poll = The poll itself
datepoll-move-close = Save
datepoll-saved-close = Saved.
datepoll-close-now = Close it now
datepoll-delete = Delete the poll
datepoll-delete-text = All answers go with it. An event that was made of it stays.
datepoll-delete-now = Delete it with all answers
datepoll-deleted = The poll is deleted.

datepoll-event = Make the event
datepoll-reach = { $n ->
    [0] Nobody can be invited.
    [one] One person gets an invitation.
   *[other] { $n } people get an invitation.
}
datepoll-reach-unsure = { $n ->
    [one] One person has not confirmed the address, and gets none.
   *[other] { $n } people have not confirmed their addresses, and get none.
}
datepoll-reach-without = { $n ->
    [one] One person gave no address.
   *[other] { $n } people gave no address.
}
datepoll-reach-note = The event is announced at once, and the poll closes. Nobody is registered by it: each takes a place or not.
datepoll-announce = Announce
datepoll-announce-and-send = { $n ->
    [one] Announce and send one invitation
   *[other] Announce and send { $n } invitations
}
datepoll-event-made = { $n ->
    [0] The event is announced.
    [one] The event is announced, and one invitation is on its way.
   *[other] The event is announced, and { $n } invitations are on their way.
}
datepoll-skipped = { $n ->
    [one] One person wishes no letters now and was left out.
   *[other] { $n } people wish no letters now and were left out.
}

datepoll-offer = Let people choose
datepoll-offer-note = A date poll: they say which of these suit, each on their own clock.
datepoll-offer-these = { $n ->
    [one] Offer this start
   *[other] Offer these { $n } starts
}
datepoll-host = Who asks

mail-confirm-address-subject = Is this your address?
mail-confirm-address-heading = Is this your address?
mail-confirm-address-lede = Somebody answered the date poll “{ $title }” and gave this address.
mail-confirm-address-button = Yes, it is mine
mail-confirm-address-body = if it was you, confirm the address and you are invited once the date is chosen. If not, you need do nothing: no further letter comes from this poll.
mail-confirm-address-foot = You get this letter because this address was given in a date poll of { $host }.
