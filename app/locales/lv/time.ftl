month-1 = janvāris
    .in = janvārī
    .to = janvārim
    .of = janvāra
month-2 = februāris
    .in = februārī
    .to = februārim
    .of = februāra
month-3 = marts
    .in = martā
    .to = martam
    .of = marta
month-4 = aprīlis
    .in = aprīlī
    .to = aprīlim
    .of = aprīļa
month-5 = maijs
    .in = maijā
    .to = maijam
    .of = maija
month-6 = jūnijs
    .in = jūnijā
    .to = jūnijam
    .of = jūnija
month-7 = jūlijs
    .in = jūlijā
    .to = jūlijam
    .of = jūlija
month-8 = augusts
    .in = augustā
    .to = augustam
    .of = augusta
month-9 = septembris
    .in = septembrī
    .to = septembrim
    .of = septembra
month-10 = oktobris
    .in = oktobrī
    .to = oktobrim
    .of = oktobra
month-11 = novembris
    .in = novembrī
    .to = novembrim
    .of = novembra
month-12 = decembris
    .in = decembrī
    .to = decembrim
    .of = decembra

weekday-1 = pirmdiena
    .in = pirmdien
    .to = pirmdienai
    .of = pirmdienas
weekday-2 = otrdiena
    .in = otrdien
    .to = otrdienai
    .of = otrdienas
weekday-3 = trešdiena
    .in = trešdien
    .to = trešdienai
    .of = trešdienas
weekday-4 = ceturtdiena
    .in = ceturtdien
    .to = ceturtdienai
    .of = ceturtdienas
weekday-5 = piektdiena
    .in = piektdien
    .to = piektdienai
    .of = piektdienas
weekday-6 = sestdiena
    .in = sestdien
    .to = sestdienai
    .of = sestdienas
weekday-7 = svētdiena
    .in = svētdien
    .to = svētdienai
    .of = svētdienas

date-full = { $weekday }, { $rest }
date-short = { $year }. gada { $day }. { $month }
date-day-month = { $day }. { $month }
date-large-day = { $day }.
date-large-rest = { $month }, { $year }. gads
moment = { $date }, plkst. { $time } pēc { $place } laika

days-today = šodien
days-tomorrow = rīt
days-yesterday = vakar
days-ahead = { $n ->
    [zero] pēc { $n } dienām
    [one] pēc { $n } dienas
   *[other] pēc { $n } dienām
}
days-ago = { $n ->
    [zero] pirms { $n } dienām
    [one] pirms { $n } dienas
   *[other] pirms { $n } dienām
}

shift-day-before = iepriekšējā dienā
shift-next-day = nākamajā dienā
shift-starts-day-before = sākas iepriekšējā dienā
shift-ends-next-day = beidzas nākamajā dienā
shift-dates = { $from } – { $to }

list-and = { $most } un { $last }
until-when = līdz { $when }
