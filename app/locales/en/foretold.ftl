foretold-title = Before it is saved
foretold-changes = What changes
foretold-who = Who is told
foretold-now = { $n ->
    [one] One person gets a letter with the entry at once.
   *[other] { $n } people get a letter with the entry at once.
}
foretold-now-second = { $n ->
    [one] One person for whom the second time is easier gets a letter at once.
   *[other] { $n } people for whom the second time is easier get a letter at once.
}
foretold-second-stays = Their entries stay as they are; whoever prefers the second time chooses it.
foretold-later = { $n ->
    [one] Nobody gets a letter at once; one person gets a quiet one later.
   *[other] Nobody gets a letter at once; { $n } people get a quiet one later.
}
foretold-later-when = Small changes are gathered: if nothing more changes, the letter leaves on { $when }; if something does, a little later, and tells all of it together.
foretold-confirmed = { $n ->
    [one] one with a place
   *[other] { $n } with a place
}
foretold-waiting = { $n ->
    [one] one on the waiting list
   *[other] { $n } on the waiting list
}
foretold-invited = { $n ->
    [one] one invited, without a place
   *[other] { $n } invited, without a place
}
foretold-promoted = { $n ->
    [one] One person on the waiting list gets a place now, and a letter that says so.
   *[other] { $n } people on the waiting list get a place now, and a letter that says so.
}
foretold-new-version = Calendars show it as a new version of the same entry; some programs ask people to answer again.
foretold-same-version = It stays the same version of the entry; nobody is asked to answer again.
foretold-letter = The letter
foretold-letter-note = How it begins; everybody reads it in their own language, with their own time beside it.
foretold-subject = Subject:
foretold-send = Send and save
foretold-and-send = { $step } and send
foretold-overtaken = Somebody else has changed this event meanwhile
foretold-overtaken-why = Nothing is saved yet. Below is how the event stands now, and what saving your version would make of it.
foretold-overtaken-status = Nothing is done yet. Below is how the event stands now; if it is still right, go on.

changes-what = What
changes-before = Until now
changes-after = From now on
changes-none = Nothing would change.
changes-nothing = nothing
changes-own-time = Your time ({ $place })
changes-opens = Registration opens
changes-closes = Registration closes
changes-not-offered = not offered
changes-no-limit = no limit
changes-places = { $n ->
    [one] one place
   *[other] { $n } places
}
changes-yes = yes
changes-no = no
