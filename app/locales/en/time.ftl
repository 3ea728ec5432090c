month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

date-full = { $weekday } { $rest }
date-short = { $day } { $month } { $year }
date-day-month = { $day } { $month }
date-large-day = { $day }
date-large-rest = { $month } { $year }
moment = { $date }, { $time } { $place }

days-today = today
days-tomorrow = tomorrow
days-yesterday = yesterday
days-ahead = { $n ->
    [one] one day from now
   *[other] { $n } days from now
}
days-ago = { $n ->
    [one] one day ago
   *[other] { $n } days ago
}

shift-day-before = the day before
shift-next-day = the next day
shift-starts-day-before = starts the day before
shift-ends-next-day = ends the next day
shift-dates = { $from } to { $to }

list-and = { $most } and { $last }
until-when = until { $when }
