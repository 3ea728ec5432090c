mail-invited-subject = Uzaicinājums: { $title }, { $day }
mail-invited-heading = Lūdzam rezervēt laiku { $date }
mail-invited-lede = { $title }. Diena ir solīta; kad pasākums būs apstiprināts, mēs rakstīsim, un ieraksts jūsu kalendārā mainīsies.
mail-invited-firm-lede = { $title }. Pasākums ir apstiprināts, un jūs esat gaidīti.
mail-announced-subject = Rezervējiet laiku: { $title }, { $day }
mail-announced-heading = Lūdzam rezervēt laiku { $date }
mail-announced-lede = { $title }. Diena ir solīta; kad pasākums būs apstiprināts, mēs rakstīsim, un ieraksts jūsu kalendārā mainīsies.
mail-confirmed-subject = Apstiprināts: { $title }, { $day }
mail-confirmed-heading = Apstiprināts: tiekamies { $date }
mail-confirmed-lede = { $title }. Arī ieraksts jūsu kalendārā to tagad rāda.
mail-changed-subject = Izmaiņas: { $title }, { $day }
mail-changed-heading = Pasākumā ir izmaiņas
mail-changed-lede = { $title }. Šāds ir pašreizējais plāns; ieraksts jūsu kalendārā mainās līdzi.
mail-amended-subject = Precizējumi: { $title }, { $day }
mail-amended-heading = Precizētas dažas ziņas par pasākumu
mail-amended-lede = { $title }. Šāds ir pašreizējais plāns. Jums nekas nav jādara; ieraksts jūsu kalendārā mainās līdzi.
mail-clocks-changed-subject = Jauni pulksteņa noteikumi: { $title }, { $day }
mail-clocks-changed-heading = Mainījušies pulksteņa noteikumi
mail-clocks-changed-lede = { $title }. Pasākuma vietā pulksteni griež pēc jauniem noteikumiem. Laiks uz vietas paliek, kāds bija; no citurienes raugoties, tas tagad var būt cits. Ieraksts jūsu kalendārā mainās līdzi.
mail-registered-subject = Jūs esat reģistrējušies: { $title }, { $day }
mail-registered-heading = Jūs gaida
mail-registered-lede = { $title }. Jums ir vieta klātienē.
mail-registered-online-lede = { $title }. Jūs piedalāties tiešsaistē.
mail-waitlisted-subject = Gaidītāju rindā: { $title }, { $day }
mail-waitlisted-heading = Jūs esat gaidītāju rindā
mail-waitlisted-lede = { $title }. Tiklīdz atbrīvosies vieta, tā būs jūsu, un mēs jums rakstīsim.
mail-promoted-subject = Vieta ir jūsu: { $title }, { $day }
mail-promoted-heading = Atbrīvojās vieta, un tā ir jūsu
mail-promoted-lede = { $title }. Jums ir vieta klātienē.
mail-promoted-online-lede = { $title }. Jūs piedalāties tiešsaistē.
mail-mode-changed-subject = Jūsu vieta ir mainīta: { $title }, { $day }
mail-mode-changed-heading = Jūsu vieta ir mainīta
mail-mode-changed-lede = { $title }. Tagad jums ir vieta klātienē.
mail-mode-changed-online-lede = { $title }. Tagad jūs piedalāties tiešsaistē.
mail-run-changed-subject = Jūsu laiks ir mainīts: { $title }, { $day }
mail-run-changed-heading = Jūs piedalāties otrā laikā
mail-run-changed-lede = { $title } notiek divas reizes. Tagad jūs piedalāties tiešsaistē zemāk norādītajā laikā; otra laika ieraksts no jūsu kalendāra pazūd.
mail-run-left-subject = Otrs laiks no jūsu kalendāra pazūd: { $title }, { $day }
mail-run-left-heading = Šis laiks no jūsu kalendāra pazūd
mail-run-left-lede = { $title } notiek divas reizes. Šajā laikā jūs vairs nepiedalāties; otra laika ieraksts pienāks nākamajā vēstulē.
mail-run-added-subject = Notiks arī otrreiz: { $title }, { $day }
mail-run-added-heading = Ir arī otra reize: { $date }
mail-run-added-lede = { $title } tiešsaistē notiks arī zemāk norādītajā laikā, kas pēc jūsu pulksteņa ir ērtāks par pirmo.
mail-run-added-in-person-lede = { $title } tiešsaistē notiks arī zemāk norādītajā laikā. Ja jūs nebrauksiet, pēc jūsu pulksteņa tas ir ērtāks par pirmo.
mail-run-added-body = jūsu kalendārā paliek pirmā reize, un, ja tā jums der, nekas nav jādara. Ja labāk der otrā, izvēlieties to pasākuma lapā, kur redzamas abas.
mail-agenda-first-subject = Darba kārtība: { $title }
mail-agenda-first-heading = Darba kārtība ir publicēta
mail-agenda-first-lede = { $title }. Tāda tā pagaidām ir; kad mainīsies kas tāds, kas skar jūs, mēs pavēstīsim.
mail-agenda-first-speaking-lede = { $title }. Jūs esat { $n ->
    [zero] minēti { $n } sesijās
    [one] minēti { $n } sesijā
   *[other] minēti { $n } sesijās
}; kad par to kas mainīsies, mēs pavēstīsim.
mail-agenda-first-body = Darba kārtības lapā varat atzīmēt sesijas, kurās gribat piedalīties; tās tad būs jūsu kalendārā.
mail-agenda-changed-subject = Izmaiņas darba kārtībā: { $title }
mail-agenda-changed-heading = Darba kārtība ir mainījusies
mail-agenda-changed-lede = { $title }. { $n ->
    [zero] Jūs skar { $n } izmaiņas.
    [one] Jūs skar { $n } izmaiņa.
   *[other] Jūs skar { $n } izmaiņas.
}
mail-agenda-changed-body = Visa darba kārtība, kāda tā ir tagad, redzama tās lapā.
mail-agenda-attached-body = Pielikumā ir jūsu atzīmētās sesijas ar jaunajiem laikiem. Ja jūsu kalendārs seko jūsu kalendāra adresei, tas notiks pats pēc dažām stundām.
mail-agenda-session = Sesija
mail-agenda-added = Jauna
mail-agenda-moved = Pārcelta
mail-agenda-details = Mainīta
mail-agenda-dropped = Atcelta
mail-agenda-was = Bija: { $at }
mail-agenda-now = Tagad: { $at }
mail-agenda-more = { $n ->
    [zero] Un vēl { $n }; tās ir darba kārtības lapā.
    [one] Un vēl { $n }; tā ir darba kārtības lapā.
   *[other] Un vēl { $n }; tās ir darba kārtības lapā.
}
mail-agenda-button = Skatīt darba kārtību
mail-agenda-foot-speaks = Jūs saņemat šo vēstuli, jo kādā sesijā runājat vai to vadāt.
mail-agenda-foot-marked = Jūs saņemat šo vēstuli, jo atzīmējāt kādu sesiju.
mail-agenda-foot-host = Pasākumu rīko { $host }.
mail-run-withdrawn-subject = Notiks tikai vienreiz: { $title }, { $day }
mail-run-withdrawn-heading = Otrās reizes nebūs
mail-run-withdrawn-lede = { $title }. Pasākums notiks tikai vienreiz, zemāk norādītajā laikā. Ja jums bija vieta otrajā reizē, tagad jums ir vieta tiešsaistē šajā; ieraksts jūsu kalendārā tagad ir šis.
mail-run-withdrawn-waiting-lede = { $title }. Pasākums notiks tikai vienreiz, zemāk norādītajā laikā. Visas vietas tiešsaistē pagaidām ir aizņemtas: jūs esat gaidītāju sarakstā, un, tiklīdz vieta atbrīvosies, tā būs jūsu.
mail-run-left-body = jums nekas nav jādara.
mail-place-lost-subject = Reģistrācija atcelta: { $title }, { $day }
mail-place-lost-heading = Jūs vairs neesat reģistrēti
mail-place-lost-lede = { $title }. Ieraksts no jūsu kalendāra pazūd. Ja plāni atkal mainīsies, varēsiet reģistrēties no jauna, kamēr reģistrācija ir atvērta.
mail-withdrawn-subject = Uzaicinājums atsaukts: { $title }, { $day }
mail-withdrawn-heading = Uzaicinājums ir atsaukts
mail-withdrawn-lede = { $title }. Ieraksts no jūsu kalendāra pazūd; jums nekas nav jādara.
mail-event-cancelled-subject = Atcelts: { $title }, { $day }
mail-event-cancelled-heading = Pasākums nenotiks
mail-event-cancelled-lede = { $title } ir atcelts. To rāda arī ieraksts jūsu kalendārā.

mail-when = Kad
mail-where = Kur
mail-host = Rīko
mail-reason = Kāpēc
mail-at-place = pēc { $place } laika
mail-own-time = pēc jūsu laika, { $place }
mail-or-online = vai tiešsaistē
mail-online = Tiešsaistē
mail-online-link-later = saiti saņem tie, kam ir apstiprināta vieta
mail-join = Pievienoties tiešsaistē

mail-button-register = Pieteikties
mail-button-change-time = Izvēlēties laiku
mail-button-event = Atvērt pasākuma lapu
mail-button-events = Skatīt, kas gaidāms

mail-greeting = Labdien!
mail-greeting-nameless = Labdien!
mail-invited-body = Ieraksts ir šajā vēstulē: kalendāra programma to pārņem pati. Kad zināsiet, vai piedalīsieties, pasākuma lapā piesakieties klātienē vai tiešsaistē.
mail-registered-body = Ieraksts ir šajā vēstulē, un kalendāra programma to pārņem pati. Ja plāni mainās, lūdzu, atsakieties no vietas vai nomainiet to pasākuma lapā: kāds, iespējams, to gaida.
mail-changed-body = Ja tas jums vairs neder, lūdzu, paziņojiet to pasākuma lapā.
mail-ended-body = Paldies par interesi! Par citiem pasākumiem uzzināsiet mūsu lapā.

mail-foot-nobody-sees = Neviens neredz, kas vēl ir uzaicināts.
mail-foot-invited = Jūs saņemat šo vēstuli, jo jūs uzaicināja { $host }.
mail-foot-registered = Jūs saņemat šo vēstuli, jo esat saistīti ar šo pasākumu.
mail-foot-fewer = Vairs nesūtiet šādas vēstules.
mail-foot-language = Turpmāk rakstiet man latviski.

mail-sign-in-subject = Jūsu saite, ar ko pieteikties
mail-sign-in-heading = Pieteikties
mail-sign-in-lede = Ar šo saiti var pieteikties vienu reizi { $minutes } minūšu laikā.
mail-sign-in-button = Pieteikties
mail-sign-in-body = Ja neesat to lūguši, nekas nenotiks, kamēr neviens to neatver; šo vēstuli varat izdzēst.
mail-sign-in-foot = Jūs saņemat šo vēstuli, jo kāds mūsu pieteikšanās lapā norādīja šo adresi.

mail-vote-subject = Vēl var balsot: { $title }
mail-vote-lede = { $title }: { $n ->
    [zero] balso par { $n } tematiem
    [one] balso par { $n } tematu
   *[other] balso par { $n } tematiem
}, un jūsu balss vēl nav nodota.
mail-vote-until = Līdz
mail-vote-button = Balsot
mail-vote-secret = balsojums ir aizklāts, un arī tukšs biļetens ir biļetens. Nevienam netiek teikts, kam atgādināts.
mail-vote-open = balsojums ir atklāts: pēc beigām tie, kas varēja balsot, un rīkotāji redz katru biļetenu ar vārdu. Nevienam netiek teikts, kam atgādināts.
mail-vote-foot = Šo vēstuli jūs saņemat vienreiz vienā balsojumā, jo varat balsot un vēl neesat nobalsojuši.
mail-topics-heading = Jaunumi jūsu tematos
mail-topics-called-heading = Diskusijā kāds uzrunā jūs
mail-topics-lede = { $n ->
    [zero] Ir kas jauns { $n } tematos, kuriem sekojat.
    [one] Ir kas jauns { $n } tematā, kuram sekojat.
   *[other] Ir kas jauns { $n } tematos, kuriem sekojat.
}
mail-topics-called-lede = { $n ->
    [zero] Jūs uzrunā { $n } komentāros.
    [one] Jūs uzrunā { $n } komentārā.
   *[other] Jūs uzrunā { $n } komentāros.
}
mail-topics-said = { $n ->
    [zero] { $n } jaunu komentāru
    [one] { $n } jauns komentārs
   *[other] { $n } jauni komentāri
}
mail-topics-topic = { $n }. temats
mail-topics-named = Uzrunā jūs
mail-topics-open = Lasīt un atbildēt
mail-topics-more = { $n ->
    [zero] Jūsu lapā ir vēl { $n } tematu.
    [one] Jūsu lapā ir vēl { $n } temats.
   *[other] Jūsu lapā ir vēl { $n } temati.
}
mail-topics-button = Visi temati, kuriem sekojat
mail-topics-body = Tas, ko pa šo laiku jau izlasījāt lapās, šajā vēstulē nav iekļauts.
mail-topics-author-body = Šo tematu pieteicāt bez vārda. Neviens neredz, ka tas esat jūs, un pie temata par šo vēstuli nekas netiek glabāts; arī atbildēt var bez vārda.
mail-topics-foot = Jūs saņemat šo vēstuli, jo sekojat tematiem vai kāds jūs uzrunā komentārā.
mail-topics-foot-author = Jūs saņemat šo vēstuli, jo kāds uzrunā temata autoru.
mail-topics-foot-choose = Izvēlēties, cik bieži.
mail-passed-subject = Piedāvāts jūsu pasākumam: { $title }
mail-passed-heading = Jūsu pasākumam ir piedāvāts temats
mail-passed-lede = { $event }
mail-passed-topic = Temats
mail-passed-by = Piedāvā
mail-passed-minutes = Vajag
mail-passed-button = Izlasīt un izlemt
mail-passed-body = Varat to pieņemt, un tas kļūs par jūsu pasākuma tematu, vai noraidīt ar iemeslu, kas tiks publicēts tur, no kurienes temats nāk.
mail-passed-foot = Jūs saņemat šo vēstuli, jo rīkojat šo pasākumu.

mail-procedure-opening-subject = Jums jautā rakstveidā: { $title }
mail-procedure-opening-lede = { $host } lūdz jūsu rakstisku atbildi. { $n ->
    [zero] Ir { $n } jautājumu.
    [one] Ir { $n } jautājums.
   *[other] Ir { $n } jautājumi.
}
mail-procedure-reminder-subject = Vēl var atbildēt: { $title }
mail-procedure-reminder-lede = { $host } vēl gaida jūsu rakstisku atbildi. { $n ->
    [zero] Ir { $n } jautājumu.
    [one] Ir { $n } jautājums.
   *[other] Ir { $n } jautājumi.
}
mail-procedure-result-subject = Rezultāts: { $title }
mail-procedure-result-lede = Rakstveida procedūrai ir rezultāts.
mail-procedure-late-subject = Atbilde pierakstīta kā novēlota: { $title }
mail-procedure-late-lede = Jūsu atbilde saņemta pēc termiņa.
mail-procedure-answer = Atbildēt
mail-procedure-see = Skatīt rezultātu
mail-procedure-until-then = atbildi var aizstāt līdz termiņam, un līdz tam neviens neredz, kas atbildēts.
mail-procedure-silence = ja neatbildēsiet, protokolā būs atzīmēts, ka jūs neatbildējāt. Nevienam netiek teikts, kam atgādināts.
mail-procedure-closed = procedūra, kurā jautāja arī jums, ir beigusies.
mail-procedure-record = Protokolā ir jautājumi, atbildes, novēlotās atbildes un atsevišķie viedokļi.
mail-procedure-late = tā būs protokolā kā novēlota, taču to neskaita ne rezultātā, ne kvorumā.
mail-procedure-foot = Šo vēstuli jūs saņemat, jo šajā procedūrā jautā arī jums.
