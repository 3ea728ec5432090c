datepoll-yes = Varu
datepoll-if-need-be = Ja vajag
datepoll-no = Nevaru
datepoll-when = { $day }, { $hours } { $place }
datepoll-said-by = { $n }
datepoll-sub = { $host } jautā, kad varat tikties. { $duration }.
datepoll-ask = Kuros no šiem laikiem varat piedalīties? Ko atstājat tukšu, skaitās „nevaru”.
datepoll-until = Atbildēt var līdz { $when } ({ $left }).
datepoll-mine = Jūsu atbilde ir saņemta. Līdz tam to var mainīt.
datepoll-answered = { $n ->
    [0] Vēl neviens nav atbildējis.
    [zero] Atbildējuši { $n } cilvēki.
    [one] Atbildējis { $n } cilvēks.
   *[other] Atbildējuši { $n } cilvēki.
}
datepoll-you = Kas jūs esat?
datepoll-name = Vārds
datepoll-email = E-pasts
datepoll-email-help = Lai paziņotu datumu. Uzrakstīsim vienreiz un pajautāsim, vai adrese ir jūsu; kamēr neapstiprināt, vairāk nekas nenāks.
datepoll-seen-by-all = Kas ko atbildēja, redz visi, kas atbild.
datepoll-seen-by-few = Kas ko atbildēja, redz tikai rīkotāji; citi redz skaitļus, bet ne mazākus par 5.
datepoll-seen-by-you = To redz tikai rīkotāji; citi redz skaitļus, bet ne mazākus par 5.
datepoll-kept = Bez konta sniegtās atbildes izdzēšam { $n } dienas pēc aptaujas beigām.
datepoll-send = Nosūtīt atbildi
datepoll-change = Mainīt atbildi
datepoll-take-back = Atsaukt atbildi
datepoll-taken-back = Jūsu atbilde ir atsaukta; nekas no tās nav saglabāts.
datepoll-saved = Jūsu atbilde ir saņemta.
datepoll-saved-letter = Jūsu atbilde ir saņemta. Uz norādīto adresi nosūtām vēstuli ar jautājumu, vai tā ir jūsu.
datepoll-saved-no-letter = Jūsu atbilde ir saņemta. Adrese vēl nav apstiprināta; citu vēstuli uz to tagad nesūtām.
datepoll-own = Jūsu saite
datepoll-own-note = Ar to var mainīt jūsu atbildi, tāpēc nedodiet to citiem. Šī pārlūkprogramma to zina arī bez saites.
datepoll-others = Kas ko atbildēja
datepoll-zone-yours = Laiki ir pēc { $place } pulksteņa.
datepoll-zone-theirs = Laiki ir pēc { $place } pulksteņa. Kur esat jūs?
datepoll-zone-show = Rādīt tās vietas laiku
datepoll-you-said = Jūsu atbilde:
datepoll-closed = Aptauja ir slēgta
datepoll-closed-text = Tā beidzās { $when }.
datepoll-decided = Datums ir izvēlēts
datepoll-decided-text = Tie, kas atbildēja un ir sasniedzami, ir uzaicināti.
datepoll-to-event = Atvērt pasākumu
datepoll-to-result = Skatīt, kā sokas
datepoll-sign-in = Lai atbildētu, ieejiet
datepoll-sign-in-text = Rīkotāji jautā cilvēkiem ar kontu. Der arī tikko izveidots.
datepoll-confirm-title = Vai šī ir jūsu adrese?
datepoll-confirm-sub = Ar vienu spiedienu apliecināsiet, ka atbilde aptaujā „{ $title }” ir jūsu: kad datums būs izvēlēts, saņemsiet uzaicinājumu.
datepoll-confirm = Jā, tā ir mana
datepoll-confirmed = Paldies! Kad datums būs izvēlēts, saņemsiet uzaicinājumu.

datepoll-polls = Datuma aptaujas
datepoll-polls-note = Nelielām sanāksmēm: jūs piedāvājat laikus, cilvēki pasaka, kuri der.
datepoll-none = Pašlaik datuma aptauju nav.
datepoll-none-next = Piedāvājiet dažus laikus, izsūtiet saiti un izveidojiet pasākumu laikā, kas der visvairāk cilvēkiem.
datepoll-new = Jauna datuma aptauja
datepoll-open-until = Atvērta līdz { $when }.
datepoll-state-decided = Datums ir izvēlēts.
datepoll-title-field = Par ko ir sanāksme?
datepoll-note = Piezīme
datepoll-note-help = Kas cilvēkiem jāzina, pirms viņi atbild. Pietiek ar vienu valodu.
datepoll-slots = Laiki
datepoll-slots-help = Pēc šīs joslas pulksteņa; katrs tos redz pēc sava. Tukšās rindas neskaita.
datepoll-slot = { $n }. laiks
datepoll-more-slots = Vēl rindas
datepoll-closes = Atbildēt var līdz
datepoll-closes-help = Pēc tā paša pulksteņa; pirms pēdējā no laikiem.
datepoll-without-account = Var atbildēt arī bez konta
datepoll-without-account-note = Ar vārdu un, ja vēlas, adresi. Šīs atbildes izdzēšam 30 dienas pēc aptaujas beigām.
datepoll-answers-shown = Kas ko atbildēja, redz visi, kas atbild
datepoll-answers-shown-note = Tas ir pateikts lapā, pirms cilvēks atbild, un vēlāk to mainīt nevar.
datepoll-make = Izveidot aptauju
datepoll-made = Aptauja ir izveidota. Nosūtiet tās saiti tiem, kam jautājat.

datepoll-link = Saite
datepoll-link-note = Atbildēt var ikviens, kam tā ir. Nosūtiet to tiem, kam jautājat.
datepoll-open = Skatīt, kā to redz citi
datepoll-times = Laiki
datepoll-times-note = Cik cilvēku var, un ko tas viņiem maksā: grūtums darba laikā ir 0, dziļā naktī 128.
datepoll-suggested = Ieteicams: { $when }
datepoll-why = Var { $n } no { $all }. { $cost }
datepoll-rule = Laiks, kas der visvairāk cilvēkiem; no vairākiem – tas, kas vissmagāk skartajiem ir vismazāk slikts.
datepoll-best = ieteicams
datepoll-night = { $n ->
    [0] Nevienam tā nav nakts.
    [zero] Nakts tā ir { $n } cilvēkiem.
    [one] Nakts tā ir { $n } cilvēkam.
   *[other] Nakts tā ir { $n } cilvēkiem.
}
datepoll-hardest = Visgrūtāk ir { $place }, kur sākums ir { $time }.
datepoll-pains = Grūtums: lielākais { $worst }, kopā { $total }.
datepoll-take = Rīkot šajā laikā
datepoll-answers = Kas ko atbildēja
datepoll-who = Kas
datepoll-who-caption = Visu atbildes pa laikiem
datepoll-nameless = Bez vārda
datepoll-unconfirmed = nav apstiprināta
datepoll-nobody = Vēl neviens nav atbildējis.
datepoll-nobody-next = Izsūtiet saiti; atbildes parādīsies šeit.
datepoll-change-poll = Pati aptauja
datepoll-move-close = Saglabāt
datepoll-saved-close = Saglabāts.
datepoll-close-now = Slēgt tūlīt
datepoll-delete = Dzēst aptauju
datepoll-delete-text = Līdz ar to pazudīs visas atbildes. No tās izveidotais pasākums paliks.
datepoll-delete-now = Dzēst ar visām atbildēm
datepoll-deleted = Aptauja ir izdzēsta.

datepoll-event = Izveidot pasākumu
datepoll-reach = { $n ->
    [0] Nav neviena, ko uzaicināt.
    [zero] Uzaicinājumu saņems { $n } cilvēki.
    [one] Uzaicinājumu saņems { $n } cilvēks.
   *[other] Uzaicinājumu saņems { $n } cilvēki.
}
datepoll-reach-unsure = { $n ->
    [zero] { $n } cilvēki savu adresi nav apstiprinājuši un to nesaņems.
    [one] { $n } cilvēks savu adresi nav apstiprinājis un to nesaņems.
   *[other] { $n } cilvēki savu adresi nav apstiprinājuši un to nesaņems.
}
datepoll-reach-without = { $n ->
    [zero] { $n } cilvēki adresi nav norādījuši.
    [one] { $n } cilvēks adresi nav norādījis.
   *[other] { $n } cilvēki adresi nav norādījuši.
}
datepoll-reach-note = Pasākumu tūlīt izziņo, un aptauju slēdz. Neviens ar to netiek reģistrēts: katrs pats izlemj, vai pieteikties.
datepoll-announce = Izziņot
datepoll-announce-and-send = { $n ->
    [zero] Izziņot un nosūtīt { $n } uzaicinājumus
    [one] Izziņot un nosūtīt { $n } uzaicinājumu
   *[other] Izziņot un nosūtīt { $n } uzaicinājumus
}
datepoll-event-made = { $n ->
    [0] Pasākums ir izziņots.
    [zero] Pasākums ir izziņots, ceļā ir { $n } uzaicinājumi.
    [one] Pasākums ir izziņots, ceļā ir { $n } uzaicinājums.
   *[other] Pasākums ir izziņots, ceļā ir { $n } uzaicinājumi.
}
datepoll-skipped = { $n ->
    [zero] { $n } cilvēki pašlaik vēstules nevēlas un ir izlaisti.
    [one] { $n } cilvēks pašlaik vēstules nevēlas un ir izlaists.
   *[other] { $n } cilvēki pašlaik vēstules nevēlas un ir izlaisti.
}

datepoll-offer = Ļaut izvēlēties cilvēkiem
datepoll-offer-note = Datuma aptauja: katrs pēc sava pulksteņa pasaka, kuri no šiem laikiem der.
datepoll-offer-these = { $n ->
    [zero] Piedāvāt šos { $n } sākumus
    [one] Piedāvāt šo { $n } sākumu
   *[other] Piedāvāt šos { $n } sākumus
}
datepoll-host = Kas jautā

mail-confirm-address-subject = Vai šī ir jūsu adrese?
mail-confirm-address-heading = Vai šī ir jūsu adrese?
mail-confirm-address-lede = Kāds atbildēja datuma aptaujā „{ $title }” un norādīja šo adresi.
mail-confirm-address-button = Jā, tā ir mana
mail-confirm-address-body = Ja tas bijāt jūs, apstipriniet adresi, un, kad datums būs izvēlēts, saņemsiet uzaicinājumu. Ja ne, nekas nav jādara: no šīs aptaujas citas vēstules nenāks.
mail-confirm-address-foot = Jūs saņemat šo vēstuli, jo šī adrese norādīta datuma aptaujā, ko rīko { $host }.
