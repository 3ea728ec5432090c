area-plan = Izvēlēties laiku
plan-title = Taisnīgs laiks
plan-description = Stunda, kas vissmagāk skartajiem ir vismazāk slikta, lai kur viņi dzīvotu.
plan-sub = { $duration } { $date } – { $n ->
    [zero] { $n } cilvēkiem
    [one] { $n } cilvēkam
   *[other] { $n } cilvēkiem
} { $places ->
    [zero] { $places } vietās
    [one] { $places } vietā
   *[other] { $places } vietās
}. Neviena cilvēka nakts nav mazāk svarīga tādēļ, ka tādu ir maz.
plan-hours = { $n ->
    [zero] { $n } stundas
    [one] { $n } stunda
   *[other] { $n } stundas
}
plan-minutes = { $n ->
    [zero] { $n } minūtes
    [one] { $n } minūte
   *[other] { $n } minūtes
}
plan-hold-it = Rīkot
plan-once = vienreiz
plan-twice = divreiz
plan-change = Mainīt vietas, dienu vai ilgumu
plan-at = { $utc } UTC: { $place } { $local }
plan-and = un
plan-night = naktī
plan-next-day = +1 diena
plan-day-before = −1 diena
plan-earlier = { $n ->
    [zero] Par { $n } minūtēm agrāk
    [one] Par { $n } minūti agrāk
   *[other] Par { $n } minūtēm agrāk
}
plan-later = { $n ->
    [zero] Par { $n } minūtēm vēlāk
    [one] Par { $n } minūti vēlāk
   *[other] Par { $n } minūtēm vēlāk
}
plan-handle = Sākums, pārbīdāms ar bultiņām
plan-handle-1 = Pirmās reizes sākums
plan-handle-2 = Otrās reizes sākums
plan-map = Stundu karte: { $date } 24 stundas šķērsām, { $n ->
    [zero] { $n } vietas
    [one] { $n } vieta
   *[other] { $n } vietas
} lejup. Jo tumšāka stunda, jo tā grūtāka; nakts ir svītrota, sanāksme ierāmēta. Tas pats ir sadaļā „Tas pats skaitļos”.
plan-map-note = Augšā stundas pēc UTC, katrā laukumā stunda vietējā pulkstenī. Rindas sakārtotas no rietumiem uz austrumiem.
plan-more-rows = { $n ->
    [zero] Vēl { $n } vietas ir ieskaitītas un redzamas tabulā, bet nav zīmētas.
    [one] Vēl { $n } vieta ir ieskaitīta un redzama tabulā, bet nav zīmēta.
   *[other] Vēl { $n } vietas ir ieskaitītas un redzamas tabulā, bet nav zīmētas.
}
plan-place = Vieta
plan-people = cilvēki
plan-local = vietējais laiks
plan-key-0 = darba laiks
plan-key-1 = 08:00, agrs vakars
plan-key-2 = 07:00, 20:00
plan-key-3 = 21:00
plan-key-4 = 22:00, 06:00
plan-key-5 = nakts sākums, beigas
plan-key-6 = dziļa nakts
plan-key-meeting = sanāksme
plan-buys = Ko tas dod
plan-before = iepriekš
plan-now = tagad
plan-no-wish = Pirmajā vietā pulksteņi šo stundu izlaiž.
plan-in-short = Plkst. { $wish } pēc { $place } laika naktī piedalītos { $people } ({ $zones ->
    [zero] { $zones } vietās
    [one] { $zones } vietā
   *[other] { $zones } vietās
}); plkst. { $best } – { $fewer }.
plan-in-short-twice = Ja rīko divreiz – { $people }.
plan-nobody = neviens
plan-n-people = { $n ->
    [zero] { $figure } cilvēku
    [one] { $figure } cilvēks
   *[other] { $figure } cilvēki
}
plan-buys-night = tik cilvēkiem daļa sanāksmes ir naktī. Iepriekš: { $before }. Tagad: { $now }.
plan-buys-worst = tik smagi ir vissmagāk skartajā vietā: iepriekš { $before }, tagad { $now }. Darba laiks ir 0, nakts vidus – 128, brīvdienā par 4 vairāk.
plan-buys-awake = tik cilvēkiem (no visiem: { $all }) sanāksme sākas no 07:00 līdz 22:00.
plan-buys-least = Vismazāk kopumā būtu plkst. { $at } UTC: vissmagāk { $worst }, naktī { $people }.
plan-there = plkst. { $time } { $place }
plan-more-places = vēl { $n }
plan-best = Desmit labākie
plan-best-note = Vispirms pēc vissmagāk skartās vietas, tad pēc nākamās. Solis: { $n } min.
plan-best-caption = Desmit labākie sākuma laiki, taisnīgākais pirmais, un salīdzinājumam ierastais sākums
plan-second-run = { $place }, otrā reize
plan-one-run = viena reize
plan-hardest = Vissmagāk
plan-hardship-there = Grūtums tur
plan-at-night = Cilvēki naktī
plan-hardship = Grūtums
plan-wished = Ierastais sākums, grūtums
plan-run = Reize
plan-figures = Tas pats skaitļos
plan-figures-caption = Visas vietas šajā sākuma laikā
plan-show-all = { $n ->
    [zero] Rādīt visas { $n } vietas
    [one] Rādīt visas { $n } vietas
   *[other] Rādīt visas { $n } vietas
}
plan-set-aside = Nav ieskaitītas, skatīsies ierakstu: { $places }.
plan-rules = Laika joslu noteikumi: tz datubāze { $release }.
plan-questions = Kas, kad, cik ilgi
plan-who = Vietas un cilvēki
plan-who-help = Katrā rindā viena vieta un cilvēku skaits: pilsēta vai laika josla, piemēram, „Rīga 17” vai „Asia/Tokyo 2”. Pirmā ir rīkotāja vieta.
plan-day = Diena
plan-days = Cik dienas aplūkot
plan-length = Minūtes
plan-more = Vēl: kas skatīsies ierakstu, kas cieta pagājušoreiz, nakts, solis
plan-aside = Skatīsies ierakstu
plan-aside-help = Katrā rindā viena vieta. Meklējot šīs vietas neņem vērā.
plan-past = Ko prasījušas iepriekšējās sanāksmes
plan-past-help = Katrā rindā viena vieta un tās panestais grūtums: „Ņujorka 96”.
plan-wish = Ierastais sākums pirmajā vietā
plan-night-from = Nakts no
plan-night-to = Nakts līdz
plan-step = Solis
plan-weigh = Kas skaitās kopsummā
plan-weigh-zone = Katra vieta vienreiz
plan-weigh-zone-note = Kolēģis, kurš kaut kur ir viens, skaitās tikpat, cik četrdesmit Briselē.
plan-weigh-person = Katrs cilvēks
plan-weigh-person-note = Tikai kopsummā. Vissmagāk skartā vieta vienmēr ir pirmā.
plan-find = Atrast taisnīgus laikus

clocks-title = Viņu pulksteņos
clocks-note = Pēc tiem, kas pieteikušies un uzaicināti. Nekas no tā jums netraucē rīkoties.
clocks-nobody-yet = Vēl neviens nav pieteicies vai uzaicināts, tāpēc nav pulksteņu, ko aplūkot.
clocks-calm = { $n ->
    [zero] Nevienam no { $n } pieteiktajiem un uzaicinātajiem
    [one] Nevienam no { $n } pieteiktajiem un uzaicinātajiem
   *[other] Nevienam no { $n } pieteiktajiem un uzaicinātajiem
} tas nav naktī, un nekas cits viņiem tad nenotiek.
clocks-night-title = Dažiem naktī
clocks-night = Daļa no tā laikā no 23:00 līdz 07:00 ir { $n ->
    [zero] { $n } cilvēkiem
    [one] { $n } cilvēkam
   *[other] { $n } cilvēkiem
} no { $all }: { $places }.
clocks-hit = { $place } plkst. { $time } ({ $n })
clocks-better = Tuvākais labākais sākums ir plkst. { $time } pēc { $place } laika: tad { $n ->
    [0] nevienam
    [zero] { $n } cilvēkiem
    [one] { $n } cilvēkam
   *[other] { $n } cilvēkiem
}.
clocks-odd-title = Neparasta pulksteņu nedēļa
clocks-odd = Vienā vietā vasaras laiks jau mainījies, otrā vēl ne: { $places } starpība ar jūsu pulksteni nav ierastā. Rakstot nosauciet stundu arī tur.
clocks-days-off-title = Svētku diena
clocks-of-there = { $n ->
    [zero] no turienes { $n } dalībnieku
    [one] no turienes { $n } dalībnieks
   *[other] no turienes { $n } dalībnieki
 }
clocks-more-countries = { $n ->
    [zero] un vēl { $n } valstu
    [one] un vēl { $n } valsts
   *[other] un vēl { $n } valstis
 }
clocks-days-off-note = Zināmas visas valsts svētku dienas { $years }; pēc mēness noteiktās var atšķirties par dienu.
clocks-clash-title = Tie paši cilvēki citur
clocks-both = { $n ->
    [zero] abos pieteikušies { $n } cilvēki
    [one] abos pieteicies { $n } cilvēks
   *[other] abos pieteikušies { $n } cilvēki
}
clocks-city-title = Tā pati pilsēta, tā pati diena
clocks-plan = Meklēt taisnīgu laiku
clocks-plan-with-others = Arī ar tiem, kuri vēl nav uzaicināti
plan-for = Pasākumam „{ $event }”
plan-take = Izvēlēties šo laiku
plan-take-second = Izvēlēties arī otro laiku
