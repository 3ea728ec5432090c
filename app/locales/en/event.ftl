event-tabs = This event
event-tab-overview = Overview
event-tab-topics = Topics
event-tab-vote = Vote
event-tab-agenda = Agenda
event-tab-outcomes = Outcomes

event-is-draft = Only its host sees it.
event-is-tentative = The day is expected, not yet promised.
event-is-announced = The day is promised.
event-is-confirmed = It takes place as shown.
event-is-on = It is on now.
event-is-over = It is over.
event-is-held = It took place.
event-is-cancelled = It does not take place.

event-cancelled-forum = This forum is cancelled
event-cancelled-thematic = This meeting is cancelled
event-cancelled-briefing = This briefing is cancelled
event-cancelled-written = This written procedure is cancelled
event-cancelled-entry = Everybody invited or registered has been told, and the entry in their calendars is marked cancelled.

event-when = When
event-again = And again
event-better-first = In { $place } the first time is easier for you: { $better }, not { $worse }.
event-better-second = In { $place } the second time is easier for you: { $better }, not { $worse }.
event-better-either = In { $place } both times are as easy for you: { $first } or { $second }.
event-where = Where
event-how = How
event-seats = Seats
event-interest = Interest
event-or-online = or online.
event-online = Online.
event-join = Link to join
event-link-follows = The link will stand here and in your calendar entry.
event-link-for-registered = The link is for those who have a place.
event-room-later = The room is not known yet.
event-room-later-in = { $city }. The room is not known yet.
event-had-in-person = { $n ->
    [one] one person in the room
   *[other] { $n } people in the room
}
event-had-online = { $n ->
    [one] one person online
   *[other] { $n } people online
}

event-host-label = For the host
event-host-edit = Change the event
event-host-status = Status
event-host-registrations = Registrations
event-host-invitations = Invitations

event-about = About
event-host = Host
host-ministry = ministry; answers your questions
host-chancellery = answers your questions
host-representation = representation; answers your questions
host-embassy = embassy; answers your questions
host-association = association; answers your questions

event-next-years = The next five years
event-next-years-note = { $rule }, so that you can plan your holidays around it.
event-next-dates = The next dates
event-next-dates-note = { $rule }.
event-series = All about the series: { $series }

event-calendar = In your calendar
event-calendar-series-note = One address for the whole series. A tentative date in it becomes firm by itself; you will never see it twice.
event-calendar-host-note = One address for all public events of this host. What changes, changes in your calendar too.
event-calendar-closed-note = This event is in no public calendar. Once you have a place, it is in your own.
event-calendar-series = Address of the calendar of this series
event-calendar-host = Address of the calendar of this host
event-calendar-day = Only this event (.ics)
event-calendar-mine = Your own calendar address

place-title = Your place
place-opens = Registration opens on { $when }.
place-not-announced = Registration has not begun.
place-not-announced-why = It opens when the day is promised.
place-called-off = There is nothing to come to this time.
place-called-off-had = Your place has ended; the entry in your calendar is marked cancelled.
place-was-in-person = You had a place in the room.
place-was-online = You had a place online.
place-over = It is over.
place-next = The next one: { $day }
place-what-is-coming = See what is coming
place-in-person = You have a place in the room.
place-online = You have a place online.
place-online-again = You have a place online, at the second time.
place-told = When a place is free it is yours, and a mail tells you.
place-keeps-online = You keep the online place until a seat is yours.
place-keeps-run = You keep the place at the other time until then.
place-held-twice = It is held twice: choose the time that suits you.
place-keeps-in-person = You keep the seat in the room until then.
place-line-in-person = For the room you are number { $position } of { $of } in line.
place-line-online = For online you are number { $position } of { $of } in line.
place-line-online-again = For the second time online you are number { $position } of { $of } in line.
place-change = Change my place
place-give-up = Give it up
place-until = Registration is open until { $when }.
place-invited = You are invited.
place-invited-early = You are invited; a place is yours once you register.
place-declined = You have declined the invitation. You can still come.
place-perhaps = You have answered “perhaps”. Registering makes it firm.
place-come-both = Come in the room or online.
place-come-room = Come in the room.
place-come-online = Come online.
place-room-full = The room is full; come online.
place-all-full = All places are taken.
place-line-is-a-place = The line is a place too: places given up go to the next in it.
place-stand-in-line = Stand in line, number { $n }
place-register = Register
place-register-online = Come online
place-sign-in = Sign in to see your place
place-closed = Registration closed on { $when }.
place-closed-stream = The stream is open to everybody.
place-ask-host = Ask the host

asked-title = Asked of you now
asked-keep = Keep the day free.
asked-add = Add to calendar
asked-vote-open = The vote is open
asked-voted = You have voted. You can change your ballot
asked-until = until { $when }, { $left }.
asked-vote = Vote
asked-change-ballot = Change my ballot
asked-topics = Which topics should be taken up?
asked-topics-first = There is none yet. The first one sets the tone.
asked-topics-supported = { $n ->
    [one] You support { $supported } of { $n } proposed so far.
   *[other] You support { $supported } of { $n } proposed so far.
}
asked-topics-so-far = { $n ->
    [one] One is proposed so far.
   *[other] { $n } are proposed so far.
}
asked-topics-propose = Propose a topic
asked-topics-both = Propose or support topics

interest-question = Would you come?
interest-why = An early answer in one word helps to choose the room and the hour. It binds you to nothing.
interest-yes = Yes
interest-maybe = Perhaps
interest-remote-only = Only if online
interest-cannot = I cannot
interest-not-interested = Not interested
interest-sign-in = Sign in to answer
interest-send = Send my answer
interest-change = Change my answer
interest-thanks = Your answer is kept. You can change it at any time.
interest-none = Nobody has answered yet.
interest-few = { $n ->
    [one] One answer so far; too few to show apart.
   *[other] { $n } answers so far; too few to show apart.
}
interest-others = Other answers

event-topics-first = Propose the first topic
event-topics-all = { $n ->
    [one] The topic
   *[other] All { $n } topics
}
event-topics-supports = { $n ->
    [0] nobody supports it yet
    [one] one person supports it
   *[other] { $n } people support it
}
event-topics-note = Proposed and supported by those who take part; a vote decides what comes on the agenda.
event-topics-note-vote = The vote is open until { $when }.
event-topics-note-soon = The vote opens on { $when }.
event-topics-note-over = What was proposed.
