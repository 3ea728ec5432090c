mail-invited-subject = Invitation: { $title }, { $day }
mail-invited-heading = Please keep { $date }
mail-invited-lede = { $title }. The day is promised; a letter follows when it is firm, and the same entry in your calendar changes.
mail-invited-firm-lede = { $title }. It is confirmed, and you are invited.
mail-announced-subject = Save the date: { $title }, { $day }
mail-announced-heading = Please keep { $date }
mail-announced-lede = { $title }. The day is promised; a letter follows when it is firm, and the same entry in your calendar changes.
mail-confirmed-subject = Confirmed: { $title }, { $day }
mail-confirmed-heading = It is firm: { $date }
mail-confirmed-lede = { $title }. The entry in your calendar now says so too.
mail-changed-subject = Changed: { $title }, { $day }
mail-changed-heading = Something has changed
mail-changed-lede = { $title }. This is how it stands now; the entry in your calendar changes with it.
mail-amended-subject = Details updated: { $title }, { $day }
mail-amended-heading = A few details have been updated
mail-amended-lede = { $title }. This is how it stands now. There is nothing you need to do; the entry in your calendar changes with it.
mail-clocks-changed-subject = New clock rules: { $title }, { $day }
mail-clocks-changed-heading = The rules of the clocks have changed
mail-clocks-changed-lede = { $title }. The clocks where it takes place follow new rules. The time there stays as it was; seen from elsewhere it may be another now. The entry in your calendar follows.
mail-registered-subject = You are registered: { $title }, { $day }
mail-registered-heading = You are expected
mail-registered-lede = { $title }. You have a place in the room.
mail-registered-online-lede = { $title }. You take part online.
mail-waitlisted-subject = On the waiting list: { $title }, { $day }
mail-waitlisted-heading = You are on the waiting list
mail-waitlisted-lede = { $title }. As soon as a place becomes free it is yours, and we write to you.
mail-promoted-subject = A place is yours: { $title }, { $day }
mail-promoted-heading = A place has become free, and it is yours
mail-promoted-lede = { $title }. You have a place in the room.
mail-promoted-online-lede = { $title }. You take part online.
mail-mode-changed-subject = Your place has changed: { $title }, { $day }
mail-mode-changed-heading = Your place has changed
mail-mode-changed-lede = { $title }. You now have a place in the room.
mail-mode-changed-online-lede = { $title }. You now take part online.
mail-run-changed-subject = Your time has changed: { $title }, { $day }
mail-run-changed-heading = You take part at the other time
mail-run-changed-lede = { $title } is held twice. You now take part online at the time below; the entry of the other time leaves your calendar.
mail-run-left-subject = The other time leaves your calendar: { $title }, { $day }
mail-run-left-heading = This time leaves your calendar
mail-run-left-lede = { $title } is held twice. You are no longer in the run at this time; a letter with the entry of the other one follows.
mail-run-added-subject = Held a second time: { $title }, { $day }
mail-run-added-heading = There is a second time: { $date }
mail-run-added-lede = { $title } is also held online at the time below, which is easier for you by your clocks than the first.
mail-run-added-in-person-lede = { $title } is also held online at the time below. If you are not travelling, it is easier for you by your clocks than the first.
mail-run-added-body = your calendar keeps the first time, and if that suits you there is nothing you need to do. Whoever prefers the second one chooses it on the event’s page, where both stand side by side.
mail-agenda-first-subject = The agenda: { $title }
mail-agenda-first-heading = The agenda is published
mail-agenda-first-lede = { $title }. This is what it holds so far; you will be told when something that concerns you changes.
mail-agenda-first-speaking-lede = { $title }. You are named in { $n ->
    [one] one session
   *[other] { $n } sessions
}; you will be told when something about it changes.
mail-agenda-first-body = on the agenda’s page you can mark the sessions you want to attend; they then stand in your own calendar.
mail-agenda-changed-subject = The agenda has changed: { $title }
mail-agenda-changed-heading = The agenda has changed
mail-agenda-changed-lede = { $title }. { $n ->
    [one] One change concerns you.
   *[other] { $n } changes concern you.
}
mail-agenda-changed-body = the whole agenda, as it stands now, is on its page.
mail-agenda-attached-body = the attached file brings the sessions you marked up to date. If your calendar follows your own address, that happens by itself, some hours later.
mail-agenda-session = Session
mail-agenda-added = New
mail-agenda-moved = Moved
mail-agenda-details = Changed
mail-agenda-dropped = Dropped
mail-agenda-was = Was: { $at }
mail-agenda-now = Now: { $at }
mail-agenda-more = { $n ->
    [one] And one more; it is on the agenda’s page.
   *[other] And { $n } more; they are on the agenda’s page.
}
mail-agenda-button = See the agenda
mail-agenda-foot-speaks = You get this letter because you speak in a session or lead it.
mail-agenda-foot-marked = You get this letter because you marked a session.
mail-agenda-foot-host = The event is held by { $host }.
mail-run-withdrawn-subject = Held once only: { $title }, { $day }
mail-run-withdrawn-heading = The second time is not held
mail-run-withdrawn-lede = { $title }. It is held once only, at the time below. If you had a place in the second run, you now have one online in this one; the entry in your calendar is now this one.
mail-run-withdrawn-waiting-lede = { $title }. It is held once only, at the time below. All places online are taken for now: you are on the waiting list, and as soon as a place becomes free it is yours.
mail-run-left-body = there is nothing you need to do.
mail-place-lost-subject = No longer registered: { $title }, { $day }
mail-place-lost-heading = You are no longer registered
mail-place-lost-lede = { $title }. The entry leaves your calendar. If your plans change again, you can register anew as long as registration is open.
mail-withdrawn-subject = Invitation withdrawn: { $title }, { $day }
mail-withdrawn-heading = The invitation has been withdrawn
mail-withdrawn-lede = { $title }. The entry leaves your calendar; there is nothing you need to do.
mail-event-cancelled-subject = Cancelled: { $title }, { $day }
mail-event-cancelled-heading = It does not take place
mail-event-cancelled-lede = { $title } has been cancelled. The entry in your calendar says so too.

mail-when = When
mail-where = Where
mail-host = Host
mail-reason = Why
mail-at-place = { $place }
mail-own-time = your time, { $place }
mail-or-online = or online
mail-online = Online
mail-online-link-later = the link comes with a confirmed place
mail-join = Join online

mail-button-register = Take a place
mail-button-change-time = Choose the time
mail-button-event = Open the event’s page
mail-button-events = See what is coming

mail-greeting = Good day, { $name },
mail-greeting-nameless = Good day,
mail-invited-body = the entry is in this letter: a calendar program takes it over by itself. When you know whether you will come, take a place in the room or online on the event’s page.
mail-registered-body = the entry is in this letter, and a calendar program takes it over by itself. If your plans change, please give the place up or change it on the event’s page: somebody may be waiting for it.
mail-changed-body = if this no longer suits you, please say so on the event’s page.
mail-ended-body = thank you for your interest. What else is coming is on our page.

mail-foot-nobody-sees = Nobody sees who else is invited.
mail-foot-invited = You get this letter because { $host } invited you.
mail-foot-registered = You get this letter because you have to do with this event.
mail-foot-fewer = No more such letters.
mail-foot-language = Please write to me in English.

mail-sign-in-subject = Your sign-in link
mail-sign-in-heading = Sign in
mail-sign-in-lede = This link signs you in, once, within { $minutes } minutes.
mail-sign-in-button = Sign in
mail-sign-in-body = if you did not ask for it, nothing happens as long as nobody opens it; you can delete this letter.
mail-sign-in-foot = You get this letter because somebody gave this address on our sign-in page.

mail-vote-subject = You can still vote: { $title }
mail-vote-lede = { $title }: { $n ->
    [one] one topic is put to the vote
   *[other] { $n } topics are put to the vote
}, and your ballot is not in yet.
mail-vote-until = Until
mail-vote-button = Vote
mail-vote-secret = the vote is secret, and an empty ballot is a ballot, too. Nobody is told who has been reminded.
mail-vote-open = the vote is not secret: after the close those who could vote and the organisers see every ballot with its name. Nobody is told who has been reminded.
mail-vote-foot = You get this letter, once in a vote, because you may vote and have not yet.
mail-topics-heading = New in your topics
mail-topics-called-heading = You are named in a discussion
mail-topics-lede = { $n ->
    [one] Something is new in { $n } topic you follow.
   *[other] Something is new in { $n } topics you follow.
}
mail-topics-called-lede = { $n ->
    [one] { $n } comment names you.
   *[other] { $n } comments name you.
}
mail-topics-said = { $n ->
    [one] { $n } new comment
   *[other] { $n } new comments
}
mail-topics-topic = Topic { $n }
mail-topics-named = Names you
mail-topics-open = Read and answer
mail-topics-more = { $n ->
    [one] { $n } more topic is on your page.
   *[other] { $n } more topics are on your page.
}
mail-topics-button = All topics you follow
mail-topics-body = what you have read on the pages meanwhile is not in this letter.
mail-topics-author-body = you proposed this topic without a name. Nobody sees that it was you, and no record of this letter is kept beside the topic; an answer can be written without a name as well.
mail-topics-foot = You get this letter because you follow topics or are named in a comment.
mail-topics-foot-author = You get this letter because somebody called the author of the topic.
mail-topics-foot-choose = Choose how often.
mail-passed-subject = Proposed to your event: { $title }
mail-passed-heading = A topic was proposed to your event
mail-passed-lede = { $event }
mail-passed-topic = Topic
mail-passed-by = Proposed by
mail-passed-minutes = Needs
mail-passed-button = Read and decide
mail-passed-body = you can take it up, and it becomes a topic of your event; or decline it with a reason, which is published where the topic comes from.
mail-passed-foot = You get this letter because you organise this event.

mail-procedure-opening-subject = You are asked in writing: { $title }
mail-procedure-opening-lede = { $host } asks for your answer in writing. { $n ->
    [one] There is one question.
   *[other] There are { $n } questions.
}
mail-procedure-reminder-subject = You can still answer: { $title }
mail-procedure-reminder-lede = { $host } is still waiting for your answer in writing. { $n ->
    [one] There is one question.
   *[other] There are { $n } questions.
}
mail-procedure-result-subject = The result: { $title }
mail-procedure-result-lede = The written procedure has a result.
mail-procedure-late-subject = Your answer is taken down as late: { $title }
mail-procedure-late-lede = Your answer came after the deadline.
mail-procedure-answer = Answer
mail-procedure-see = See the result
mail-procedure-until-then = you can replace your answer until the deadline, and until then nobody sees what was answered.
mail-procedure-silence = if you do not answer, the record will say that you said nothing. Nobody is told who has been reminded.
mail-procedure-closed = the procedure in which you were asked has closed.
mail-procedure-record = The record has the questions, the answers, those that came late and separate opinions.
mail-procedure-late = it will be in the record as late, and counts neither in the result nor for the quorum.
mail-procedure-foot = You get this letter because you are one of those asked in this procedure.
