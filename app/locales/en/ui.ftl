optional = (optional)
in-latvian = in Latvian
in-english = in English
one-language-is-enough = One language is enough.
choose = Choose
faults-title = { $n ->
    [one] One thing needs your attention
   *[other] { $n } things need your attention
}
faults-kept = Everything else you wrote is kept.

status-draft = Draft
status-tentative = Tentative
status-announced = Announced
status-confirmed = Confirmed
status-held = Held
status-cancelled = Cancelled

clock-your-time = your time,
clock-venue-time = the venue’s time,
clock-same = Your clock shows the same time.
clock-other-places = Other places

mode-in-person = In the room
mode-online-again = Online, second time
mode-online = Online
mode-in-person-in = in the room
mode-online-in = online
seats-taken = { $n ->
    [one] { $taken } of { $capacity } taken
   *[other] { $taken } of { $capacity } taken
}
seats-open = { $taken } registered
seats-waiting = , { $waiting } waiting

copy-address = Copy the address
copied = Copied
copy-failed = Select the address and copy it
calendar-open = Open in my calendar

pager-label = Pages
pager-next = Next
pager-first = From the start
quoted = “{ $words }”
