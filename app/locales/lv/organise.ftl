organise-title = Rīkotājiem
organise-no-host = Vēl nav neviena rīkotāja.
organise-needs = Gaida jūs
organise-nothing = Nekas jūs negaida.
organise-events = Pasākumi
organise-no-events = Pasākumu vēl nav.
organise-no-events-next = Jauns pasākums vispirms ir melnraksts: to redz tikai jūsu kolēģi.
organise-new-event = Izveidot pasākumu
organise-figures = uzaicināti { $invited }, reģistrējušies { $registered }
organise-series = Sērijas
organise-new-series = Izveidot sēriju
organise-next-date = nākamais: { $day }

organise-need-announce = { $what }: nav izziņots
organise-need-announce-near = { $n ->
    [0] Izziņošanas diena ir šodien, { $day }.
    [zero] Izziņošanas diena: { $day }, pēc { $n } dienām.
    [one] Izziņošanas diena: { $day }, pēc { $n } dienas.
   *[other] Izziņošanas diena: { $day }, pēc { $n } dienām.
}
organise-need-announce-missed = { $n ->
    [zero] Izziņošanas diena bija { $day }, pirms { $n } dienām.
    [one] Izziņošanas diena bija { $day }, pirms { $n } dienas.
   *[other] Izziņošanas diena bija { $day }, pirms { $n } dienām.
}
organise-need-confirm = { $what }: vēl nav apstiprināts
organise-need-confirm-why = { $n ->
    [0] Sākums ir tuvāko 24 stundu laikā.
    [zero] Sākums ir pēc { $n } dienām.
    [one] Sākums ir pēc { $n } dienas.
   *[other] Sākums ir pēc { $n } dienām.
}
organise-need-held = { $what }: beidzies
organise-need-held-why = Atzīmējiet, ka pasākums noticis, lai tas vairs neskaitās gaidāms.
organise-need-undelivered = { $n ->
    [zero] Nav piegādātas { $n } vēstules
    [one] Nav piegādāta { $n } vēstule
   *[other] Nav piegādātas { $n } vēstules
}
organise-need-undelivered-step = Skatīt, kuras

organise-kind = Veids
organise-kind-forum = Forums
organise-kind-thematic = Tematiska sanāksme
organise-kind-briefing = Informatīva tikšanās
organise-kind-written = Rakstveida procedūra
organise-public = Visi
organise-public-note = Tas ir publiskajā kalendārā.
organise-members = Tie, kas ir ienākuši
organise-members-note = Apmeklētāji to neredz, un publiskajos kalendāros tā nav.
organise-invited = Uzaicinātie
organise-invited-note = Neviens cits neuzzina, ka tas notiek.

organise-step-tentative = Rādīt kā provizorisku
organise-step-announced = Izziņot
organise-step-confirmed = Apstiprināt
organise-step-held = Pasākums ir noticis
organise-step-cancelled = Atcelt pasākumu
organise-is-draft = To redz tikai jūsu kolēģi.
organise-is-tentative = Datums ir gaidāms un tā arī rādīts; nekas nav nosūtīts.
organise-is-announced = Datums ir apsolīts, un reģistrācija ir atvērta.
organise-is-confirmed = Pasākums notiks, kā šeit norādīts.
organise-is-held = Pasākums ir noticis.
organise-is-cancelled = Pasākums nenotiks.
organise-means-tentative = Datums tiks rādīts kā gaidāms. Cilvēki varēs pateikt, vai nāktu. Nekas netiek sūtīts.
organise-means-announced = Jūs apsolāt datumu: uzaicinātie to saņem savos kalendāros ar atzīmi „provizorisks”, un sākas reģistrācija.
organise-means-confirmed = Ieraksts cilvēku kalendāros kļūst par apstiprinātu. Tas ir tas pats ieraksts; divreiz to neredzēs neviens.
organise-means-held = Pasākums tiek slēgts. Mainīt to vairs nevarēs.
organise-means-cancelled = Ieraksts cilvēku kalendāros tiek atzīmēts kā atcelts. To nevar atsaukt.
organise-mails-nobody = Vēstuli nesaņems neviens.
organise-mails-none-yet = Vēl neviens nav uzaicināts vai reģistrējies, kam tagad būtu jāraksta.
organise-mail-leaves = { $n ->
    [zero] Ceļā ir { $n } vēstuļu.
    [one] Ceļā ir { $n } vēstule.
   *[other] Ceļā ir { $n } vēstules.
}
organise-reason = Iemesls
organise-reason-help = Tas būs vēstulē un pasākuma lapā. Pietiek ar vienu valodu.
organise-not-now = Ne tagad

organise-next-dates = Nākamie datumi
organise-next-dates-note = Pēc noteikuma, pirms vēl kas cits par tiem zināms.
organise-no-dates = Noteikums vairāk datumu nedod.
organise-the-series = Sērija
organise-change-series = Mainīt sēriju
organise-public-page = Kā to redz visi
organise-open-event = Atvērt pasākumu
organise-make-edition = Izveidot pasākumu
organise-notice = Izziņojams: { $ideal }; vēlākais: { $minimum }.
organise-notice-near = Izziņojams: { $minimum }; tas ir drīz.
organise-notice-missed = Bija jāizziņo: { $minimum }.
organise-notice-done = Izziņots.
organise-edition-title = Pasākums: { $day }
organise-edition-sub = Sākumā tas ir provizorisks, ar sērijas laiku un vietu. Nekas netiek sūtīts, līdz to izziņosiet.
organise-edition-made = Pasākums ir izveidots. Tas ir provizorisks; izziņojiet to, kad esat gatavi.
organise-back = Atpakaļ

organise-save = Saglabāt
organise-series-saved = Sērija ir saglabāta.
organise-event-saved = Pasākums ir saglabāts.
organise-event-saved-twice = Pasākums ir saglabāts. Tajā dienā pulksteņi sākuma laiku rāda divreiz; domāta pirmā reize.
organise-title-field = Nosaukums
organise-slug = Adrese
organise-slug-help = Lapas adreses pēdējā daļa: mazie burti, cipari un defises, piemēram, forums-2027.
organise-series-slug-help = Lapas adreses pēdējā daļa: mazie burti, cipari un defises, piemēram, forums.
organise-when-it-recurs = Kad tas atkārtojas
organise-repeats = Atkārtojas
organise-repeats-yearly = katru gadu
organise-repeats-monthly = katru mēnesi
organise-repeats-weekly = katru nedēļu
organise-repeats-own = pēc uzrakstīta noteikuma
organise-interval = Ik pēc cik
organise-month = Mēnesis
organise-month-help = Tam, kas atkārtojas katru gadu.
organise-which-day = Kurā dienā
organise-by-weekday = Nedēļas diena
organise-by-weekday-note = Piemēram, trešā trešdiena.
organise-by-day = Mēneša diena
organise-by-day-note = Piemēram, 18. datums; −1 ir pēdējā diena.
organise-nth = Kura
organise-nth-1 = pirmā
organise-nth-2 = otrā
organise-nth-3 = trešā
organise-nth-4 = ceturtā
organise-nth-last = pēdējā
organise-weekday = Nedēļas diena
organise-month-day = Mēneša diena
organise-rule = Noteikums
organise-rule-help = Kā to raksta RFC 5545: FREQ=YEARLY;BYMONTH=8;BYDAY=3WE
organise-start-time = Sākums
organise-duration = Minūtes
organise-first = Pirmais datums
organise-first-help = No šejienes skaita atkārtojumus.
organise-zone = Laika josla
organise-zone-help = Norises vietas laika josla.
organise-venues = Pilsētas
organise-venues-help = Pa vienai rindā, to secībā. Ja ir viena rinda, vienmēr tur.
organise-notice-days = Cik laikus izziņo
organise-notice-days-help = Labākie speciālisti plāno gadu uz priekšu; pusgads ir mazākais.
organise-notice-ideal = Dienas, vēlamais
organise-notice-minimum = Dienas, mazākais
organise-show-dates = Rādīt datumus

organise-when = Kad
organise-where = Kur
organise-who-sees = Kas to redz
organise-starts = Sākas
organise-ends = Beidzas
organise-how-people-attend = Kā piedalās
organise-in-person = Klātienē
organise-room-capacity = Vietas klātienē
organise-capacity-help = Tukšs: bez ierobežojuma.
organise-venue-name = Telpa vai ēka
organise-venue-address = Iela un numurs
organise-venue-city = Pilsēta
organise-venue-country = Valsts
organise-online = Tiešsaistē
organise-online-capacity = Vietas tiešsaistē
organise-online-url = Saite, ar ko pievienojas
organise-online-url-help = To redz tikai tie, kam ir vieta.
organise-online-public = Rādīt saiti visiem
organise-summary = Kopsavilkums
organise-summary-help = Viens vai divi teikumi zem nosaukuma. Pietiek ar vienu valodu.
organise-description = Apraksts
organise-description-help = Markdown. Pietiek ar vienu valodu.
organise-registration = Reģistrācija
organise-opens = Sākas
organise-opens-help = Tukšs: tiklīdz pasākums ir izziņots.
organise-closes = Beidzas
organise-closes-help = Tukšs: kad pasākums sākas.
organise-change-event = Mainīt pasākumu
organise-room-open = Telpa vēl nav zināma.
organise-online-known = Tiešsaistē; saite ir norādīta.
organise-online-open = Tiešsaistē; saite vēl nav norādīta.
organise-next-step = Nākamais solis
organise-audience = { $n ->
    [0] Vēl neviens nav uzaicināts vai reģistrējies.
    [zero] Uzaicināti vai reģistrējušies { $n } cilvēki.
    [one] Uzaicināts vai reģistrējies { $n } cilvēks.
   *[other] Uzaicināti vai reģistrējušies { $n } cilvēki.
}
organise-ways = Šis pasākums
organise-registrations = Reģistrācijas
organise-line = Dienas līdz tam
organise-line-ideal = Laba diena, kad izziņot
organise-line-minimum = Pēdējā diena, kad izziņot
organise-line-opens = Sākas reģistrācija
organise-line-closes = Beidzas reģistrācija
organise-line-today = { $n ->
    [0] Šodien
    [zero] Šodien, vēl { $n } dienu
    [one] Šodien, vēl { $n } diena
   *[other] Šodien, vēl { $n } dienas
}

organise-nothing-why = Ko te varētu darīt, piemēram, apstiprināt pasākumu vai izmantot balsojuma rezultātu, parādīsies pats.
organise-your-role = Jūsu loma šeit: { $role }.
organise-host-page = Izziņošana, uzaicinājumi un viss pārējais par šo rīkotāju
organise-holds = Pasākumi un sērijas
organise-interest-note = Vai cilvēki nāktu? Viņu agrās atbildes.
organise-notice-of = Izziņošana: { $series }
organise-notice-note = Labākie speciālisti plāno gadu uz priekšu. Iekrāsotajā laikā izziņot vēl ir laikus.
organise-line-announced = Izziņots
organise-line-ahead = { $n ->
    [zero] { $n } dienas iepriekš
    [one] { $n } dienu iepriekš
   *[other] { $n } dienas iepriekš
}
organise-line-met = ievērots
organise-line-missed = nokavēts
organise-line-left = { $n ->
    [0] šodien
    [zero] pēc { $n } dienām
    [one] pēc { $n } dienas
   *[other] pēc { $n } dienām
}
organise-line-vote = Beidzas balsojums

organise-need-of = { $what }.
organise-need-waiting = { $what }: kāds gaida, bet citur vietas ir
organise-need-waiting-room = { $n ->
    [zero] Vietu klātienē gaida { $n } cilvēku.
    [one] Vietu klātienē gaida { $n } cilvēks.
   *[other] Vietu klātienē gaida { $n } cilvēki.
}
organise-need-waiting-online = { $n ->
    [zero] Vietu tiešsaistē gaida { $n } cilvēku.
    [one] Vietu tiešsaistē gaida { $n } cilvēks.
   *[other] Vietu tiešsaistē gaida { $n } cilvēki.
}
organise-need-waiting-online-open = Tiešsaistē vietu skaits nav ierobežots.
organise-need-waiting-room-open = Klātienē vietu skaits nav ierobežots.
organise-need-waiting-online-free = { $n ->
    [zero] Tiešsaistē ir { $n } brīvu vietu.
    [one] Tiešsaistē ir { $n } brīva vieta.
   *[other] Tiešsaistē ir { $n } brīvas vietas.
}
organise-need-waiting-room-free = { $n ->
    [zero] Klātienē ir { $n } brīvu vietu.
    [one] Klātienē ir { $n } brīva vieta.
   *[other] Klātienē ir { $n } brīvas vietas.
}
organise-need-waiting-step = Skatīt, kas gaida
organise-need-reported = { $n ->
    [zero] Ziņots par { $n } tematiem vai komentāriem
    [one] Ziņots par { $n } tematu vai komentāru
   *[other] Ziņots par { $n } tematiem vai komentāriem
}
organise-need-unanswered = { $what }: autors neatbild
organise-need-unanswered-why = { $n ->
    [zero] Vai { $number }. temats drīkst turpināties citā, pajautāts pirms { $n } dienām. Jautājumu var atsaukt.
    [one] Vai { $number }. temats drīkst turpināties citā, pajautāts pirms { $n } dienas. Jautājumu var atsaukt.
   *[other] Vai { $number }. temats drīkst turpināties citā, pajautāts pirms { $n } dienām. Jautājumu var atsaukt.
}
organise-need-unanswered-step = Skatīt tematu
organise-need-owed = { $what }: { $n ->
    [zero] { $n } tematu bez atbildes
    [one] { $n } temats bez atbildes
   *[other] { $n } temati bez atbildes
}
organise-need-owed-why = Pasākums ir noticis. Tiem, kas ko pieteica, pienākas atbilde.
organise-need-owed-step = Skatīt tematus
organise-need-closing = Balsojums „{ $vote }” drīz beigsies
organise-need-closing-why = Tas beidzas { $when }; kas nav nobalsojis, vēl var to izdarīt.
organise-need-closing-step = Skatīt balsojumu
organise-need-unapplied = Balsojums „{ $vote }” ir beidzies
organise-need-unapplied-why = Tā rezultāts vēl nav izmantots.
organise-need-unapplied-step = Skatīt rezultātu
organise-need-unreleased = { $what }: darba kārtība ir mainīta
organise-need-unreleased-why = { $n ->
    [zero] No publicētā atšķiras { $n } sesiju; ārpusē to vēl neredz neviens.
    [one] No publicētā atšķiras { $n } sesija; ārpusē to vēl neredz neviens.
   *[other] No publicētā atšķiras { $n } sesijas; ārpusē to vēl neredz neviens.
}
organise-need-no-agenda = { $what }: darba kārtība nav publicēta
organise-need-agenda-step = Atvērt darba kārtību
organise-need-unbriefed = { $host }: gadu nav bijušas informatīvas tikšanās
organise-need-unbriefed-why = Pēdējā tikšanās: { $day }.
organise-need-unbriefed-never = Tikšanās vēl nav bijušas.
organise-need-quiet = { $n ->
    [zero] Gadu nav rīkotas tikšanās: { $hosts }
    [one] Gadu nav rīkotas tikšanās: { $hosts }
   *[other] Gadu nav rīkotas tikšanās: { $hosts }
}
organise-need-quiet-why = Skaitītas tikai tās tikšanās, ko varēja redzēt visi.
organise-need-quiet-step = Skatīt divpadsmit mēnešus

organise-asked-note = Nākamajos pasākumos uzaicinātie. Kas reģistrējas neaicināti, skaitīti atsevišķi.
asked-accepted = piedalīsies
asked-perhaps = varbūt
asked-declined = nepiedalīsies
asked-silent = vēl nav atbildes
asked-lost = nav piegādāts
asked-since = { $n ->
    [zero] Uzaicināti { $n } cilvēku, pirmie { $day }.
    [one] Uzaicināts { $n } cilvēks, pirmais { $day }.
   *[other] Uzaicināti { $n } cilvēki, pirmie { $day }.
}
asked-unasked = { $n ->
    [zero] Vēl { $n } reģistrējušies neaicināti.
    [one] Vēl { $n } reģistrējies neaicināts.
   *[other] Vēl { $n } reģistrējušies neaicināti.
}
asked-all = Visi uzaicinājumi
asked-more = Uzaicināt vēl
asked-more-of = Uzaicināt vēl: { $part }
left-out = Kas paliek ārpusē
left-out-of = { $n ->
    [0] no { $all } nav uzaicināts vai reģistrējies neviens
    [zero] no { $all } uzaicināti vai reģistrējušies { $n }
    [one] no { $all } uzaicināts vai reģistrējies { $n }
   *[other] no { $all } uzaicināti vai reģistrējušies { $n }
}
left-out-note = Skaitīti cilvēki, kas piekrituši, ka ar viņiem sazinās; grupas, kurās ir mazāk par pieciem, stāv kopā.
left-out-nobody = Neviena darbības joma un neviena pasaules daļa nav aicināta daudz mazāk par citām.
left-out-other-segments = Citas jomas
left-out-other-regions = Citas pasaules daļas

briefings-title = Vēstniecību tikšanās divpadsmit mēnešos
briefings-note = Kas ir noticis un ko varēja redzēt visi.
briefings-host = Rīkotājs
briefings-last = Pēdējā tikšanās
briefings-home = savā valstī
briefings-touring = izbraukumā, citā valstī
briefings-long-ago = { $day }, pirms vairāk nekā gada
briefings-never = vēl nav bijusi
runs-add = Pievienot otru laiku
runs-change = Mainīt otru laiku
runs-what = Ja viens laiks nav ērts visiem, pasākumu var rīkot divreiz: tā pati darba kārtība vēlreiz, tiešsaistē; kādu sesiju var paredzēt arī tikai vienai reizei. Katrs redz, kurš laiks ir ērtāks tieši viņam, un izvēlas.
runs-starts-help = Pēc pulksteņa { $place }.
runs-capacity = Vietas otrajā reizē
runs-saved = Otrais laiks ir saglabāts.
runs-withdraw-title = Atsaukt otro reizi
runs-withdraw-what = Sesijas, kas ir tikai otrajā reizē, no darba kārtības pazūd. Kas tajā piedalās, saņems vietu tiešsaistē pirmajā reizē, kamēr vietas pietiek; pārējie stāsies rindā līdzšinējā secībā. Ieraksts viņu kalendāros kļūs par pirmās reizes ierakstu.
runs-withdraw = Atsaukt
runs-withdrawn = Otrā reize ir atsaukta.
organise-need-undecided = Izvēlieties datumu: { $poll }
organise-need-undecided-why = { $n ->
    [zero] Aptauja ir beigusies; atbildēja { $n } cilvēku un gaida lēmumu.
    [one] Aptauja ir beigusies; atbildēja { $n } cilvēks un gaida lēmumu.
   *[other] Aptauja ir beigusies; atbildēja { $n } cilvēki un gaida lēmumu.
}
organise-need-undecided-step = Izvēlēties
organise-need-passed = { $n ->
    [zero] No citiem pasākumiem piedāvāts { $n } tematu
    [one] No cita pasākuma piedāvāts { $n } temats
   *[other] No citiem pasākumiem piedāvāti { $n } temati
}
organise-need-passed-step = Izlemt
