register-title = Your place
register-form = Register
register-when = { $day }, { $hours } { $city }
register-how = How will you come?
register-who = Who you are
register-as = You register as { $name }, { $email }.
register-as-address = You register as { $email }.
register-profile = Change your profile
register-needs = What do you need?
register-needs-help = Tick what helps. Only those who prepare the event see it; it is erased 30 days afterwards.
register-need-step-free = Step-free way and a seat at the aisle
register-need-loop = Hearing loop
register-need-captions = Captions
register-need-interpreting = Interpreting into English
register-need-vegetarian = Vegetarian meal
register-needs-else = Anything else
register-unseen = Only the organisers see that you come.
register-send = Register
register-stand-in-line = Stand in line
register-back = Back to the event
register-both = Room if possible, online until then
register-both-note = You get the online place now and keep it until a seat in the room is yours.
register-both-lines-note = You stand in both lines; whichever is first, you have a place.
register-note-venue = { $venue }, { $city }, { $hours }.
register-note-own = { $hours } your time in { $city }{ $shift }.
register-note-unlimited = There is room for everybody.
register-note-left = { $n ->
    [one] One of { $capacity } places is free.
   *[other] { $n } of { $capacity } places are free.
}
register-note-room-full = { $capacity ->
    [one] The only seat is taken: your place in line would be number { $position }. We write to you as soon as a seat is yours.
   *[other] All { $capacity } seats are taken: your place in line would be number { $position }. We write to you as soon as a seat is yours.
}
register-note-online-full = { $capacity ->
    [one] The only place is taken: your place in line would be number { $position }. We write to you as soon as a place is yours.
   *[other] All { $capacity } places are taken: your place in line would be number { $position }. We write to you as soon as a place is yours.
}
register-seats = Places
register-changeable = You can change between room and online, or give the place up, at any time until the event ends.
register-entry = The entry for your calendar comes by mail at once.
register-mine = Your place
register-have-room = You have a seat in the room.
register-have-online = You have a place online.
register-line-room = You are number { $position } in line for the room.
register-line-online = You are number { $position } in line for online.
register-told = We write to you as soon as your turn comes; you need not look.
register-to-room = Come to the room instead
register-to-online = Come online instead
register-stay-room = Keep the seat in the room
register-stay-online = Keep to online
register-keeps-place = You keep the place you have until the new one is yours.
register-keeps-turn = You keep your turn in the other line until you have a place.
register-frees-place = The place you have goes to whoever is next.
register-leaves-line = You have a place at once and leave the line you stand in.
register-leave = Give the place up
register-leave-what = Your place goes to whoever is next, and what you told us you need is erased. Who comes back goes to the end of the line.
register-leave-line = Leave the line
register-leave-line-what = Those behind you move up. Who comes back goes to the end of the line.
register-left = You have given your place up. The entry in your calendar will be withdrawn.
register-no-changes = Nothing can be changed any more.
register-sign-in = Sign in by a link in your mail to register.
register-sign-in-why = Write your address, open the link we send, and you are back on this page. There is no password.
register-sign-in-do = Sign in and register
register-opens = Registration opens { $when }.
register-opens-next = Until then you can say on the event’s page whether you would come.
register-not-announced = This date is not promised yet.
register-not-announced-next = Registration opens when it is announced. On the event’s page you can say already whether you would come.
register-closed = Registration closed { $when }.
register-closed-next = For a late place write to the organisers; you find them on the event’s page.
register-is-cancelled = This event is cancelled.
register-is-cancelled-next = The reason and what comes next are on its page.
register-over = This event is over.
register-over-next = What came of it is on its page.
registrations-title = Registrations
registrations-who = Who is registered
registrations-figures = { $mode }: { $n } of { $of }, { $waiting } in line.
registrations-figures-open = { $mode }: { $n }, without limit.
registrations-none = Nobody is registered yet.
registrations-none-next = Whoever registers stands here, first come, first served. You can register people by address below.
registrations-person = Person
registrations-mode = Mode
registrations-status = Status
registrations-needs = Needs
registrations-needs-hidden = What people need is shown to those who prepare the room only.
registrations-do = Actions
registrations-has-place = Has a place.
registrations-in-line = Number { $position } in line.
registrations-wants = Number { $position } in line { $mode }.
registrations-to-room = for the room
registrations-to-online = for online
registrations-move-room = To the room
registrations-move-online = To online
registrations-end-waiting = End the waiting
registrations-cancel = Cancel
registrations-add = Register somebody
registrations-add-note = For people who asked you by telephone or letter. They get the entry for their calendar by mail.
registrations-email = E-mail
registrations-email-help = An address we do not know becomes a person with this address only.
registrations-send = Register
registrations-made = { $email } has a place.
registrations-made-line = { $email } is number { $position } in line.
registrations-moved = Moved. The person is told by mail.
registrations-moved-later = There is no place yet: number { $position } in line, and the old place is kept.
registrations-cancelled = Cancelled. The person is told by mail, and whoever is next has moved up.

