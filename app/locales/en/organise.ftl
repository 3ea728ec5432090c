organise-title = Organise
organise-no-host = There is no host yet.
organise-needs = Needs you
organise-nothing = Nothing waits for you.
organise-events = Events
organise-no-events = No events yet.
organise-no-events-next = A new event is a draft first: only your colleagues see it.
organise-new-event = Make an event
organise-figures = { $invited } invited, { $registered } registered
organise-series = Series
organise-new-series = Make a series
organise-next-date = next on { $day }

organise-need-announce = { $what } is not announced
organise-need-announce-near = { $n ->
    [0] Today, { $day }, is the day to announce it.
    [one] It is to be announced by { $day }, in one day.
   *[other] It is to be announced by { $day }, in { $n } days.
}
organise-need-announce-missed = { $n ->
    [one] { $day } was the day to announce it, one day ago.
   *[other] { $day } was the day to announce it, { $n } days ago.
}
organise-need-confirm = { $what } is not firm yet
organise-need-confirm-why = { $n ->
    [0] It begins within a day.
    [one] It begins in one day.
   *[other] It begins in { $n } days.
}
organise-need-held = { $what } is over
organise-need-held-why = Say that it was held, so that it no longer stands as coming.
organise-need-undelivered = { $n ->
    [one] One letter was not delivered
   *[other] { $n } letters were not delivered
}
organise-need-undelivered-step = See which

organise-kind = Kind
organise-kind-forum = Forum
organise-kind-thematic = Thematic meeting
organise-kind-briefing = Briefing
organise-kind-written = Written procedure
organise-public = Everybody
organise-public-note = It stands in the public calendar.
organise-members = People who are signed in
organise-members-note = Not shown to visitors, and in no public calendar.
organise-invited = People who are invited
organise-invited-note = Nobody else learns that it takes place.

organise-step-tentative = Show as tentative
organise-step-announced = Announce
organise-step-confirmed = Make it firm
organise-step-held = It was held
organise-step-cancelled = Cancel the event
organise-is-draft = Only your colleagues see it.
organise-is-tentative = The date is expected and shown as that; nothing has been sent.
organise-is-announced = The date is promised and registration is open.
organise-is-confirmed = It takes place as it stands here.
organise-is-held = It has taken place.
organise-is-cancelled = It does not take place.
organise-means-tentative = The date will be shown as expected. People can say whether they would come. Nothing is sent.
organise-means-announced = You promise the date: those invited get it for their calendars, marked as tentative, and registration opens.
organise-means-confirmed = The entry in people’s calendars becomes firm. It is the same entry; nobody sees it twice.
organise-means-held = The event is closed. It can be changed no more.
organise-means-cancelled = The entry is marked as cancelled in people’s calendars. This cannot be undone.
organise-mails-nobody = Nobody gets a mail.
organise-mails-none-yet = Nobody is invited or registered yet who would get a mail.
organise-mail-leaves = { $n ->
    [one] One mail is on its way.
   *[other] { $n } mails are on their way.
}
organise-reason = Reason
organise-reason-help = It stands in the mail and on the event’s page. One language is enough.
organise-not-now = Not now

organise-next-dates = The next dates
organise-next-dates-note = Given by the rule, before anything else is known about them.
organise-no-dates = The rule gives no more dates.
organise-the-series = The series
organise-change-series = Change the series
organise-public-page = As everybody sees it
organise-open-event = Open the event
organise-make-edition = Make the event
organise-notice = Announce it by { $ideal }, at the very latest by { $minimum }.
organise-notice-near = Announce it by { $minimum }: that is near.
organise-notice-missed = It should have been announced by { $minimum }.
organise-notice-done = Announced.
organise-edition-title = The event of { $day }
organise-edition-sub = It starts as tentative, with the time and the place of the series. Nothing is sent until you announce it.
organise-edition-made = The event is made. It is tentative; announce it when you are ready.
organise-back = Back

organise-save = Save
organise-series-saved = The series is saved.
organise-event-saved = The event is saved.
organise-event-saved-twice = The event is saved. The clocks show its start twice that day; the first is meant.
organise-title-field = Title
organise-slug = Address
organise-slug-help = The last part of the page’s address: small letters, figures and hyphens, like forum-2027.
organise-series-slug-help = The last part of the page’s address: small letters, figures and hyphens, like forum.
organise-when-it-recurs = When it recurs
organise-repeats = It recurs
organise-repeats-yearly = every year
organise-repeats-monthly = every month
organise-repeats-weekly = every week
organise-repeats-own = by a written rule
organise-interval = Every how many
organise-month = Month
organise-month-help = For what recurs every year.
organise-which-day = On which day
organise-by-weekday = A weekday
organise-by-weekday-note = Like the third Wednesday.
organise-by-day = A day of the month
organise-by-day-note = Like the 18th; −1 is the last day.
organise-nth = Which one
organise-nth-1 = first
organise-nth-2 = second
organise-nth-3 = third
organise-nth-4 = fourth
organise-nth-last = last
organise-weekday = Weekday
organise-month-day = Day of the month
organise-rule = Rule
organise-rule-help = As RFC 5545 writes it: FREQ=YEARLY;BYMONTH=8;BYDAY=3WE
organise-start-time = Begins at
organise-duration = Minutes
organise-first = First date
organise-first-help = From here the interval counts.
organise-zone = Time zone
organise-zone-help = Of the place where it is held.
organise-venues = Cities
organise-venues-help = One a line, in the order of their turn. With one line it is always there.
organise-notice-days = Notice
organise-notice-days-help = The best experts plan a year ahead; half a year is the least.
organise-notice-ideal = Days, aimed at
organise-notice-minimum = Days, at the least
organise-show-dates = Show the dates

organise-when = When
organise-where = Where
organise-who-sees = Who sees it
organise-starts = Begins
organise-ends = Ends
organise-how-people-attend = How people attend
organise-in-person = In the room
organise-room-capacity = Seats in the room
organise-capacity-help = Blank: no limit.
organise-venue-name = Room or building
organise-venue-address = Street and number
organise-venue-city = City
organise-venue-country = Country
organise-online = Online
organise-online-capacity = Places online
organise-online-url = Link to join by
organise-online-url-help = Only those with a place see it.
organise-online-public = Show the link to everybody
organise-summary = Summary
organise-summary-help = One or two sentences below the title. One language is enough.
organise-description = Description
organise-description-help = Markdown. One language is enough.
organise-registration = Registration
organise-opens = Opens
organise-opens-help = Blank: as soon as the event is announced.
organise-closes = Closes
organise-closes-help = Blank: when the event begins.
organise-change-event = Change the event
organise-room-open = The room is not known yet.
organise-online-known = Online; the link is set.
organise-online-open = Online; the link is not set yet.
organise-next-step = The next step
organise-audience = { $n ->
    [0] Nobody is invited or registered yet.
    [one] One person is invited or registered.
   *[other] { $n } people are invited or registered.
}
organise-ways = This event
organise-registrations = Registrations
organise-line = The days until then
organise-line-ideal = A good day to announce it
organise-line-minimum = The very latest day to announce it
organise-line-opens = Registration opens
organise-line-closes = Registration closes
organise-line-today = { $n ->
    [0] Today
    [one] Today, one day to go
   *[other] Today, { $n } days to go
}

organise-nothing-why = What you could do here, an event to make firm or a vote to put to use, appears by itself.
organise-your-role = Your role here: { $role }.
organise-host-page = Notice, invitations and the rest of this host
organise-holds = What it holds
organise-interest-note = Would people come? Their early answers.
organise-notice-of = Notice: { $series }
organise-notice-note = The best experts plan a year ahead. In the tinted time the announcement is in time.
organise-line-announced = Announced
organise-line-ahead = { $n ->
    [one] one day ahead
   *[other] { $n } days ahead
}
organise-line-met = kept
organise-line-missed = missed
organise-line-left = { $n ->
    [0] today
    [one] in one day
   *[other] in { $n } days
}
organise-line-vote = Vote closes

organise-need-of = { $what }.
organise-need-waiting = { $what }: people wait while there is room elsewhere
organise-need-waiting-room = { $n ->
    [one] One person waits for the room.
   *[other] { $n } people wait for the room.
}
organise-need-waiting-online = { $n ->
    [one] One person waits to take part online.
   *[other] { $n } people wait to take part online.
}
organise-need-waiting-online-open = Online there is no limit.
organise-need-waiting-room-open = In the room there is no limit.
organise-need-waiting-online-free = { $n ->
    [one] Online one place is free.
   *[other] Online { $n } places are free.
}
organise-need-waiting-room-free = { $n ->
    [one] In the room one place is free.
   *[other] In the room { $n } places are free.
}
organise-need-waiting-step = See who waits
organise-need-reported = { $n ->
    [one] One topic or comment was reported
   *[other] { $n } topics or comments were reported
}
organise-need-unanswered = { $what }: an author does not answer
organise-need-unanswered-why = { $n ->
    [one] Whether topic { $number } may go on in another was asked one day ago. You can take the question back.
   *[other] Whether topic { $number } may go on in another was asked { $n } days ago. You can take the question back.
}
organise-need-unanswered-step = See the topic
organise-need-owed = { $what }: { $n ->
    [one] a topic has no answer
   *[other] { $n } topics have no answer
}
organise-need-owed-why = It was held. Whoever proposed something is owed an answer.
organise-need-owed-step = See the topics
organise-need-closing = The vote “{ $vote }” closes soon
organise-need-closing-why = It closes on { $when }; who has not voted still can.
organise-need-closing-step = See the vote
organise-need-unapplied = The vote “{ $vote }” is over
organise-need-unapplied-why = Its result is not put to use yet.
organise-need-unapplied-step = See the result
organise-need-unreleased = { $what }: the agenda has changed
organise-need-unreleased-why = { $n ->
    [one] One session differs from what is published; nobody outside sees it yet.
   *[other] { $n } sessions differ from what is published; nobody outside sees it yet.
}
organise-need-no-agenda = { $what }: the agenda is not published
organise-need-agenda-step = Open the agenda
organise-need-unbriefed = { $host } has not briefed for a year
organise-need-unbriefed-why = The last briefing was on { $day }.
organise-need-unbriefed-never = There has been no briefing yet.
organise-need-quiet = { $n ->
    [one] { $hosts } has not briefed for a year
   *[other] { $hosts } have not briefed for a year
}
organise-need-quiet-why = Only briefings that everybody could see are counted.
organise-need-quiet-step = See the twelve months

organise-asked-note = Those you asked to the next events. Who registers unasked is counted apart.
asked-accepted = accepted
asked-perhaps = perhaps
asked-declined = declined
asked-silent = no answer yet
asked-lost = not delivered
asked-since = { $n ->
    [one] One person asked, on { $day }.
   *[other] { $n } people asked, the first on { $day }.
}
asked-unasked = { $n ->
    [one] One more registered unasked.
   *[other] { $n } more registered unasked.
}
asked-all = All invitations
asked-more = Ask more people
asked-more-of = Ask more: { $part }
left-out = Whom this leaves out
left-out-of = { $n ->
    [0] of { $all } nobody is invited or registered
    [one] of { $all } one is invited or registered
   *[other] of { $all } { $n } are invited or registered
}
left-out-note = Counted among people who have agreed to be contacted; groups under five stand together.
left-out-nobody = No field of work and no part of the world is asked much less than the others.
left-out-other-segments = Other fields
left-out-other-regions = Other parts of the world

briefings-title = Briefings of the embassies, twelve months
briefings-note = What took place and everybody could see.
briefings-host = Host
briefings-last = Last briefing
briefings-home = in its own country
briefings-touring = touring, in another country
briefings-long-ago = { $day }, over a year ago
briefings-never = none yet
runs-add = Add a second time
runs-change = Change the second time
runs-what = Where no one time suits everybody, the event can be held twice: the same agenda again, online; a session can also be kept for one of the times. Each person is shown which time is easier for them, and chooses.
runs-starts-help = On the clocks in { $place }.
runs-capacity = Places at the second time
runs-saved = The second time is saved.
runs-withdraw-title = Withdraw the second time
runs-withdraw-what = Sessions that are only at the second time leave the agenda. Its people get a place online at the first time as far as there is room, and otherwise stand in line for one, in the order they had. The entry in their calendars becomes that of the first time.
runs-withdraw = Withdraw it
runs-withdrawn = The second time is withdrawn.
organise-need-undecided = Choose a date: { $poll }
organise-need-undecided-why = { $n ->
    [one] The poll is closed; one person answered and waits to hear.
   *[other] The poll is closed; { $n } people answered and wait to hear.
}
organise-need-undecided-step = Choose
organise-need-passed = { $n ->
    [one] One topic was proposed by another event
   *[other] { $n } topics were proposed by other events
}
organise-need-passed-step = Decide
