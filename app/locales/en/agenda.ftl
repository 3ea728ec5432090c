agenda-title = Agenda · { $event }
agenda-heading = Agenda
agenda-online = Online
agenda-supplementary = Supplementary part
agenda-supplementary-note = Come if it serves you.
agenda-main = Main part
agenda-topic = Topic { $n }
agenda-now = Now { $time }
agenda-times = All times are { $lead } time, { $offset }.
agenda-times-both = { $lead } time first, { $second } below it.
agenda-first-time = The first time
agenda-second-time = The second time
agenda-which-time = Which of the two times is shown
agenda-twice = The event is held twice, with the same agenda; the second time is online.
agenda-twice-differs = The event is held twice; the second time is online. Some sessions are at one of the two times only.
agenda-this-time-only = Only at this time
agenda-first-time-only = only at the first time
agenda-second-time-only = only at the second time
agenda-whose-time = Whose time is shown
agenda-venue-time = Time of the place ({ $place })
agenda-own-time-in = My time ({ $place })
agenda-own-time = My time

agenda-release = Release { $n }
agenda-published = Published on { $when }.
agenda-older = This is release { $n }; there is a newer one.
agenda-see-newest = See the newest
agenda-releases = All releases
agenda-compare = Release
agenda-compare-with = Compared with
agenda-compare-do = Compare
agenda-no-changes = Nothing has changed since release { $n }.
agenda-changes = { $n ->
    [one] One change since release { $release }
   *[other] { $n } changes since release { $release }
}
agenda-added = New
agenda-moved = Moved
agenda-changed = Changed
agenda-dropped = Dropped
agenda-was-now = Was { $was }; now { $now }
agenda-was = Was { $was }

agenda-draft = You see the draft.
agenda-draft-note = Others see what was published last.
agenda-to-publishing = See the changes and publish
agenda-as-others-see-it = As others see it
agenda-unpublished = { $n ->
    [one] One change is not published yet.
   *[other] { $n } changes are not published yet.
}
agenda-see-and-publish = See and publish
agenda-see-draft = See the draft
agenda-organise = Change the agenda

agenda-mark = Put into my calendar
agenda-marked-by-you = Marked by you
agenda-take-place = Take a place
agenda-full = Full. Places that come free can be taken here.
agenda-places = { $n } of { $of } places taken
agenda-marks = { $n ->
    [one] Marked by one person
   *[other] Marked by { $n } people
}
agenda-clash = At the same time you marked { $titles }.
agenda-capacity = Places
agenda-capacity-help = Only if no more than so many can take part: marking the session then takes a place.
agenda-capacity-over = { $n } have marked it, which is more than its places: nobody loses theirs, and nobody new gets one until some come free.
agenda-marked = The session is marked. It stands in your own calendar and follows every change.
agenda-unmarked = The session is no longer marked.
agenda-mark-why = Sign in to mark the sessions you want to attend; they then stand in your own calendar and follow every change.
agenda-sign-in = Sign in to mark sessions
agenda-none-marked = Mark the sessions you want to attend; they then stand in your own calendar and follow every change.
agenda-count-marked = { $n ->
    [one] One session marked by you.
   *[other] { $n } sessions marked by you.
}
agenda-marks-follow = What you marked is in your calendar and follows every change.
agenda-only-mine = Only mine
agenda-all = All sessions
agenda-my-calendar = My calendar address
agenda-chaired-by = Chair: { $names }
agenda-of-group = Working group: { $group }
agenda-held-in-latvian = In Latvian
agenda-held-in-english = In English
agenda-held-in-both = In Latvian and English
agenda-chatham-rule = Chatham House Rule: what is said may be used, but nobody may be named as having said it.
agenda-whole = { $n ->
    [one] The agenda: one session
   *[other] The whole agenda: { $n } sessions
}

agenda-empty = The agenda is not published yet.
agenda-empty-why = It grows out of the topics that people propose and vote for; here it will stand session by session, with rooms, speakers and times.
agenda-empty-day = The day is known: { $day }.
agenda-empty-over = No agenda was published for this event.
agenda-empty-cancelled = This event does not take place, so it has no agenda.
agenda-empty-chosen = Chosen for the agenda so far
agenda-empty-topics = See the topics
agenda-begin = Begin the agenda

agenda-sessions = Sessions
agenda-never-published = Only you and your colleagues see this until it is published.
agenda-no-sessions = No sessions yet.
agenda-no-sessions-next = Add the first one, or place a topic that was chosen.
agenda-add = Add a session
agenda-change-session = Change the session
agenda-waiting = Chosen, not placed
agenda-waiting-note = Shortlisted topics without a session.
agenda-place-it = Place it
agenda-publish = Publish
agenda-publish-note = Everybody who sees the event sees the release. Marked sessions change in people’s calendars.
agenda-nothing-to-publish = Everything is published.
agenda-publish-first = { $n ->
    [one] One session is published for the first time.
   *[other] { $n } sessions are published for the first time.
}
agenda-publish-changes = { $n ->
    [one] One change against release { $release }:
   *[other] { $n } changes against release { $release }:
}
agenda-release-name = Name of the release
agenda-release-name-help = Everybody sees it, like “Draft for comments” or “Final agenda”. One language is enough.
agenda-publish-do = Publish release { $n }
agenda-told-nobody = Nobody is written to: it concerns nobody who is registered, speaks or has marked a session, or the event is not announced.
agenda-told-now = { $n ->
    [one] One person gets a letter at once:
   *[other] { $n } people get one letter each at once:
}
agenda-told-speaking = { $n ->
    [one] one speaks or leads
   *[other] { $n } speak or lead
}
agenda-told-marked = { $n ->
    [one] one has marked a session that changes
   *[other] { $n } have marked a session that changes
}
agenda-told-registered = { $n ->
    [one] one is registered, and it changes their day
   *[other] { $n } are registered, and it changes their day
}
agenda-told-later = { $n ->
    [one] For one person sessions move by less than a quarter of an hour and nothing else changes. They are told tomorrow at 7 in the morning by their own clock.
   *[other] For { $n } people sessions move by less than a quarter of an hour and nothing else changes. They are told tomorrow at 7 in the morning by their own clocks.
}
agenda-is-published = Release { $n } is published.

agenda-session-title = What is it about?
agenda-starts-help = { $place } time
agenda-minutes = Minutes
agenda-room = Room
agenda-room-help = Leave it empty for what is for everybody, like the opening or lunch. One language is enough.
agenda-online-url-help = Only for those who have a place, unless the event’s own link is public.
agenda-speakers = Speakers
agenda-speakers-help = One a line: a name, or the e-mail address of somebody known here. Others see names only.
agenda-from-topic = Topic it comes from
agenda-part = Part of the agenda
agenda-run = At which time
agenda-run-help = The start is on the clock of the first time either way; at the second it moves with the event. The second time is online and has no rooms.
agenda-both-times = At both times
agenda-time-not-held = There is no second time, so nobody sees it
agenda-session-saved = The session is saved. Others see it once it is published.
agenda-session-removed = The session is removed. Others see that once it is published.
agenda-remove = Remove this session
agenda-remove-note = Others see it until the next release.
agenda-kind = What is it?
agenda-kind-session = A session
agenda-kind-break = A break
agenda-kind-break-note = Coffee or lunch: a title, a time and a place, nothing to mark.
agenda-add-break = Add a break
agenda-chairs = Chair
agenda-chairs-help = Who leads it, one a line, as speakers.
agenda-group = Working group
agenda-group-help = The name of the group whose session it is, where groups work in parallel.
agenda-language = Language
agenda-in-latvian = Latvian
agenda-in-english = English
agenda-in-both = Latvian and English
agenda-chatham = Under the Chatham House Rule
agenda-chatham-note = What is said may be used, but nobody may be named as having said it. The session says so to everybody.
agenda-materials = To read
agenda-materials-help = One a line: what it is, then its web address.
agenda-meanwhile = Somebody else has changed this session meanwhile. Where the two versions differ:
agenda-meanwhile-next = What you wrote is below. Saving again replaces theirs with yours.

agenda-warning-speaker = { $name } is in two places at { $hours }: “{ $first }” and “{ $second }”.
agenda-warning-room = { $room } is taken twice at { $hours }: “{ $first }” and “{ $second }”.
agenda-warning-outside = “{ $first }” is outside the time of the event.
agenda-warning-gap = Nothing takes place at { $hours }, between “{ $first }” and “{ $second }”. If it is a break, say so.
agenda-warning-overlap = “{ $first }” and “{ $second }” are at the same time ({ $hours }), and at least one of them is for everybody.
agenda-warning-unavailable = { $name } cannot be there during “{ $first }”.
agenda-warning-too-small = { $room } holds { $holds }, and { $n ->
    [one] one person is
   *[other] { $n } people are
} expected: “{ $first }”.
agenda-warning-not-placed = “{ $title }” was chosen and has no session.
agenda-warning-late = It is night for { $n ->
    [one] one person
   *[other] { $n } people
} online{ $zones }: “{ $first }”{ $more ->
    [0] .
    [one] { " " }and one more session.
   *[other] { " " }and { $more } more sessions.
}
agenda-warning-elsewhere = { $n } in other places
agenda-warnings = { $n ->
    [one] One thing to look at
   *[other] { $n } things to look at
}
agenda-warnings-note = Likely mistakes. None of them keeps you from publishing.
agenda-setup = Rooms and speakers’ hours
agenda-setup-saved = Saved. The warnings follow it.
agenda-setup-overtaken = Somebody else has changed this list meanwhile.
agenda-setup-overtaken-next = What you typed is below. Saving again replaces theirs with yours.
agenda-rooms = Rooms
agenda-rooms-note = How many people each holds. An emptied row is taken off.
agenda-room-n = Room { $n }
agenda-room-holds = Room { $n } holds
agenda-rooms-save = Save the rooms
agenda-hours = When speakers can be there
agenda-hours-note = { $place } time. Who is not named here can be there at any time; only you and your colleagues see this.
agenda-hours-who = Speaker { $n }
agenda-hours-from = From
agenda-hours-until = Until
agenda-hours-save = Save the hours

agenda-as-list = As a list
agenda-hours-of = { $place } time.
agenda-no-room = No room
agenda-flagged = (to be looked at, see below)
agenda-board-how = How to move sessions
agenda-board-help = Drag a session to another time or room, its lower edge to make it longer; a chosen topic from below onto the board. By keys: arrows move it by 5 minutes (with Shift by 30) and to the next room, + and − change its length, Page Up and Page Down its day, Delete removes it, Enter opens it, Ctrl Z takes back.
agenda-board-offline = This could not be sent: there is no connection. Everything is shown as it was; try again.
agenda-undo = Take back
agenda-redo = Do again
agenda-undone = Taken back: “{ $title }”.
agenda-redone = Done again: “{ $title }”.
agenda-step-overtaken = “{ $title }” has been changed by somebody else since, so your change to it stays as it is.
agenda-session-moved = Saved. Others see it once it is published.
agenda-session-placed = The topic has a session now. Others see it once it is published.
agenda-changed-by = { $name } has changed the agenda: “{ $title }”. It is shown as it is now.
agenda-changed-elsewhere = The agenda has changed meanwhile. It is shown as it is now.
agenda-overtaken = Somebody else was faster: the session is shown as it is now.
agenda-overtaken-removed = The session has been removed meanwhile.
agenda-theirs = Now
agenda-mine = Yours
agenda-take-mine = Have it as I wanted
agenda-keep-theirs = Leave it as it is
agenda-removed-by-me = Removed
agenda-publish-overtaken = Not published yet: the agenda has changed since you looked.
agenda-publish-overtaken-why = Below is what it would be now, and whom it would tell.
agenda-both-versions = The two versions
agenda-draft-page = Suggest an agenda
agenda-draft-lead = Topics that were promised and have no session yet are placed into your hours and rooms. Nothing is kept until you take the suggestion over, and taking it over publishes nothing.
agenda-draft-make = Suggest
agenda-draft-again = Suggest again with these settings
agenda-draft-settings = Settings
agenda-draft-settings-note = Sessions and breaks that are there stay where they are unless chosen below.
agenda-draft-nothing = No topic waits for a place.
agenda-draft-nothing-next = Topics that a vote or you have shortlisted are placed here as soon as there are any.
agenda-draft-to-topics = To the topics
agenda-draft-hours = Hours
agenda-draft-hours-note = { $place } time, within the time of the event. An emptied row is left out.
agenda-draft-stretch = Hours { $n }
agenda-draft-breaks = Pauses and lunch
agenda-draft-pause = Pause between sessions
agenda-draft-no-pause = None
agenda-draft-lunch-from = Keep free from
agenda-draft-lunch-until = Keep free until
agenda-draft-rooms = Rooms to use
agenda-draft-holds = { $n ->
    [one] Holds { $n } person
   *[other] Holds { $n } people
}
agenda-draft-no-rooms = No room is named, so everything takes place one after the other at the place of the event.
agenda-draft-round = Vote that shows what people want
agenda-draft-round-help = Closed votes of at least 10 ballots, in counts only.
agenda-draft-no-round = No vote: how many support each topic
agenda-draft-topics = Topics
agenda-draft-topics-note = Nothing else takes place during what is for all. Who speaks is in one place at a time and only when they can be there.
agenda-draft-none-wait = No topic waits for a place; sessions can be placed anew.
agenda-draft-for-all = For all
agenda-draft-beside = Beside others
agenda-draft-part = Who it is for
agenda-draft-speakers = Who speaks: names or known addresses, with commas between
agenda-draft-anew-which = Sessions to place anew
agenda-draft-anew-help = All others stay where they are.
agenda-draft-published = Published: who is concerned is told when you publish the move
agenda-draft-proposal = Suggestion: { $n } of { $all } placed
agenda-draft-proposal-note = What is new is marked. It goes into the working version, which only you and your colleagues see.
agenda-draft-none-placed = Nothing could be placed. Below is why.
agenda-draft-take-over = Take it over
agenda-draft-change = Change the settings
agenda-draft-taken-over = { $n ->
    [one] { $n } session is in the working version. Nothing is published yet.
   *[other] { $n } sessions are in the working version. Nothing is published yet.
}
agenda-draft-overtaken = The agenda, its topics or rooms have changed since this was suggested.
agenda-draft-overtaken-next = Nothing was taken over. Below is a suggestion from how things stand now.
agenda-draft-unsatisfied = What could not be had
agenda-draft-all-satisfied = Everything has a place, and nothing that the same people want is at the same time.
agenda-draft-too-long = It needs { $n } minutes, and no stretch of your hours is longer than { $longest }.
agenda-draft-no-such-room = No room holds those who are expected.
agenda-draft-rooms-small = { $n ->
    [one] { $n } person is expected, and the largest of these rooms holds { $holds }.
   *[other] { $n } people are expected, and the largest of these rooms holds { $holds }.
}
agenda-draft-absent = { $name } can be there only { $hours }, which within your hours is less than the { $n } minutes it needs.
agenda-draft-absent-always = { $name } cannot be there at any time of the event.
agenda-draft-voices-apart = Those who speak are never there together as long as it needs.
agenda-draft-no-hole = No hole of { $n } minutes is left between what stays; the longest has { $longest }.
agenda-draft-taken = No hole of { $n } minutes is left: what more people want, or what fits better, has taken it.
agenda-draft-mend-setup = Rooms and speakers’ hours
agenda-draft-mend-settings = Change the hours
agenda-draft-mend-agenda = Move something in the agenda
agenda-draft-clash = “{ $one }” and “{ $other }” are at the same time, and { $n ->
    [one] { $n } person wants
   *[other] { $n } people want
} both.
agenda-draft-clash-few = “{ $one }” and “{ $other }” are at the same time, and fewer than 5 people want both.
agenda-draft-list = As a list
agenda-draft-anew = Placed anew
agenda-draft-new = New
agenda-draft-votes = { $n ->
    [one] Wanted by { $n }
   *[other] Wanted by { $n }
}
agenda-draft-objective = How it was chosen
agenda-draft-objective-note = Of two agendas the one is better that is better in the first of these points in which they differ.
agenda-draft-from-round = What people want is taken from the { $n ->
    [one] { $n } ballot
   *[other] { $n } ballots
} of vote { $number }.
agenda-draft-from-supports = What people want is how many support a topic; no vote counts.
agenda-draft-point-placed = As much as possible of what is wanted: { $n } of { $all } are placed. Their minutes, each as often as somebody wants it and once more, are { $value } of { $ideal }.
agenda-draft-point-collisions = { $n ->
    [0] Nothing that the same people want is at the same time.
    [one] As little as possible at the same time that the same people want: counted for each pair, { $n } person wants both.
   *[other] As little as possible at the same time that the same people want: counted for each pair, { $n } people want both.
}
agenda-draft-point-night = { $n ->
    [0] Nothing new is at night for those who follow online.
   *[other] As little as possible at night for those who follow online: { $n } minutes, counted for each person and more for what many want.
}
agenda-draft-point-early = Early starts and few gaps: from the beginning of your hours to each start, added up, { $n ->
    [one] { $n } minute.
   *[other] { $n } minutes.
}
agenda-draft-proven = Proven: no other agenda is better in this.
agenda-draft-unproven = Nothing better was found in the time there is; that there is nothing is not proven.
agenda-break-title = What is it called?
agenda-warning-late-here = { $n ->
    [one] Night for one person online
   *[other] Night for { $n } people online
}
