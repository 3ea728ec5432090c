area-plan = Plan a time
plan-title = A fair time
plan-description = The hour that is least bad for those whom it hits worst, wherever they live.
plan-sub = { $duration } on { $date } for { $n ->
    [one] one person
   *[other] { $n } people
} in { $places ->
    [one] one place
   *[other] { $places } places
}. Nobody’s night counts for less because few share it.
plan-hours = { $n ->
    [one] One hour
   *[other] { $n } hours
}
plan-minutes = { $n ->
    [one] One minute
   *[other] { $n } minutes
}
plan-hold-it = Hold it
plan-once = once
plan-twice = twice
plan-change = Change places, day or length
plan-at = { $utc } UTC: in { $place } { $local }
plan-and = and
plan-night = night
plan-next-day = +1 day
plan-day-before = −1 day
plan-earlier = { $n } minutes earlier
plan-later = { $n } minutes later
plan-handle = Start, moved by arrow keys
plan-handle-1 = Start of the first run
plan-handle-2 = Start of the second run
plan-map = Heat map: 24 hours of { $date } across, { $n ->
    [one] one place
   *[other] { $n } places
} down. The darker an hour, the harder it is; night is hatched; the meeting is framed. The same stands under The same in figures.
plan-map-note = Hours in UTC across the top; in each square the hour on the local clock. Rows run from west to east.
plan-more-rows = { $n ->
    [one] One more place is counted and in the table, but not drawn.
   *[other] { $n } more places are counted and in the table, but not drawn.
}
plan-place = Place
plan-people = people
plan-local = local time
plan-key-0 = office hours
plan-key-1 = 8:00, early evening
plan-key-2 = 7:00, 20:00
plan-key-3 = 21:00
plan-key-4 = 22:00, 6:00
plan-key-5 = night begins, ends
plan-key-6 = deep night
plan-key-meeting = the meeting
plan-buys = What it buys
plan-before = before
plan-now = now
plan-no-wish = The clocks skip that hour in the first place.
plan-in-short = At { $wish } { $place } { $people } in { $zones ->
    [one] one place
   *[other] { $zones } places
} would sit there at night; at { $best } { $fewer }.
plan-in-short-twice = Held twice: { $people }.
plan-nobody = nobody
plan-n-people = { $n ->
    [one] one person
   *[other] { $figure } people
}
plan-buys-night = people sit through part of the night. Before: { $before }. Now: { $now }.
plan-buys-worst = is the hardship of the worst-off place: { $before } before, { $now } now. Office hours count 0, the dead of night 128, a weekend 4 more.
plan-buys-awake = of { $all } start between 07:00 and 22:00.
plan-buys-least = The least hardship in total would be at { $at } UTC, with the worst at { $worst } and, at night, { $people }.
plan-there = { $time } in { $place }
plan-more-places = { $n } more
plan-best = Ten best
plan-best-note = Ordered by the worst-off place first, then the next worst. Steps of { $n } minutes.
plan-best-caption = The ten best starts, fairest first, and the usual start for comparison
plan-second-run = { $place }, second run
plan-one-run = one run
plan-hardest = Hardest for
plan-hardship-there = Hardship there
plan-at-night = People at night
plan-hardship = Hardship
plan-wished = Usual start, hardship
plan-run = Run
plan-figures = The same in figures
plan-figures-caption = Every place at this start
plan-show-all = { $n ->
    [one] Show the one place
   *[other] Show all { $n } places
}
plan-set-aside = Not counted, will watch the recording: { $places }.
plan-rules = Time zone rules: tz database { $release }.
plan-questions = Who, when, how long
plan-who = Places and people
plan-who-help = One place a line, with the number of people: a city or a zone, like “Rīga 17” or “Asia/Tokyo 2”. The first is the host’s.
plan-day = Day
plan-days = Days to look at
plan-length = Minutes
plan-more = More: who watches the recording, who suffered last time, night, steps
plan-aside = Will watch the recording
plan-aside-help = One place a line. These places are left out of the search.
plan-past = What earlier meetings cost
plan-past-help = One place a line, with the hardship it has borne: “New York 96”.
plan-wish = Usual start, in the first place
plan-night-from = Night from
plan-night-to = Night to
plan-step = Steps
plan-weigh = What counts in the total
plan-weigh-zone = Each place once
plan-weigh-zone-note = A colleague who sits alone somewhere counts as much as forty in Brussels.
plan-weigh-person = Each person
plan-weigh-person-note = Only for the total. The worst-off place always comes first.
plan-find = Find fair times

clocks-title = On their clocks
clocks-note = Counted from who is registered and invited. Nothing here stands in your way.
clocks-nobody-yet = Nobody is registered or invited yet, so there are no clocks to look at.
clocks-calm = { $n ->
    [one] The one person registered or invited has
   *[other] The { $n } people registered and invited have
} no part of it at night, and nothing else of theirs happens then.
clocks-night-title = Night for some
clocks-night = { $n ->
    [one] One of { $all } people has
   *[other] { $n } of { $all } people have
} a part of it between 23:00 and 07:00: { $places }.
clocks-hit = { $place } { $time } ({ $n })
clocks-better = The nearest better start is { $time } { $place }: then it is { $n ->
    [0] nobody
    [one] one person
   *[other] { $n } people
}.
clocks-odd-title = An odd week of the clocks
clocks-odd = Summer time has changed in one place and not yet in the other: in { $places } the difference to your clock is not the usual one. Name the hour there when you write.
clocks-days-off-title = A public holiday
clocks-of-there = { $n ->
    [one] { $n } of its people is of there
   *[other] { $n } of its people are of there
 }
clocks-more-countries = { $n ->
    [one] and { $n } more country
   *[other] and { $n } more countries
 }
clocks-days-off-note = Holidays of whole countries are known for { $years }; days that follow the moon may be off by one.
clocks-clash-title = The same people elsewhere
clocks-both = { $n ->
    [one] one person is registered for both
   *[other] { $n } people are registered for both
}
clocks-city-title = The same city, the same day
clocks-plan = Look for a fair time
clocks-plan-with-others = With people who are not invited yet
plan-for = For { $event }
plan-take = Take this time
plan-take-second = Take the second time as well
