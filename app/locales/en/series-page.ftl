series-of = A series of
series-edit = Change the series
series-dates = The next dates
series-dates-note = By the rule, before anything else about them is known. A tentative day becomes firm or is called off.
series-none = The rule gives no further date.
series-none-why = What has been stands below.
series-moved = moved from { $day }
series-announce-ideal = Announce by
series-announce-minimum = At the latest
series-deadline-met = met
series-deadline-missed = missed
series-make = Make the edition
series-past = Past editions
series-none-past = None has been held yet.
series-calendar = In your calendar
series-calendar-note = One address for every edition. A tentative date in it becomes firm by itself; you will never see it twice.
series-feed = Address of the calendar of this series

years-title = The next ten years
years-caption = What the rule gives in the next ten years
years-day = Day
years-place = Place
years-clock = Clock there
years-near = Holidays near
years-near-note = Public holidays: { $country }, up to { $n } days before or after, known for { $known }.
years-by = To be announced by
years-how = How firm
borne-title = Who has borne what
borne-note = Hardship by place: 0 in office hours, 128 in the dead of night. Groups under five are shown together.
borne-nobody = So far nobody has had to get up for it.
borne-short = { $n ->
    [one] In the one edition held so far
   *[other] Over { $n } editions
} { $place } has borne most: { $pain }. The spread between places is { $spread }; the next time is looked for so that it falls.
borne-caption = What the editions held so far have cost each place
borne-sum = together
borne-others = Smaller groups
borne-free = { $n ->
    [one] One other place has borne next to nothing.
   *[other] { $n } other places have borne next to nothing.
}
