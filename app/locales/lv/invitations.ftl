invitations-title = Uzaicinājumi
invitations-invite = Uzaicināt
invitations-waiting = Pasākums vēl nav izziņots. Tie, kurus norādīsiet tagad, vēstuli saņems izziņošanas dienā.
invitations-emails = Pēc adreses
invitations-emails-help = Katra savā rindā. Uzaicinājumu saņem arī tie, kuru šeit vēl nav.
invitations-segments = Pēc darbības jomas
invitations-audience-help = Tikai cilvēki, kuri piekrituši, ka ar viņiem sazinās. Joma, valsts un zināšanas cita citu sašaurina.
invitations-countries = Pēc valsts
invitations-countries-help = Valstis vai to kodi, ar komatiem starp tām: Beļģija, LU
invitations-competences = Pēc zināšanām
invitations-competences-help = Tā, kā cilvēki to raksta, ar komatiem starp tām
invitations-send = Nosūtīt uzaicinājumus
invitations-plan = Vispirms meklēt visiem taisnīgu laiku
invitations-list = Kas ir uzaicināti
invitations-nobody = Vēl neviens nav uzaicināts.
invitations-nobody-why = Šeit redzēsiet arī tos, kuri reģistrēsies paši.
invitations-person = Cilvēks
invitations-answer = Atbilde
invitations-delivery = Vēstule
invitations-change = Mainīt
invitations-withdraw = Atsaukt
invitations-withdraw-whom = Atsaukt uzaicinājumu: { $email }
invitations-withdrawn = Uzaicinājums ir atsaukts; ieraksts no šā cilvēka kalendāra pazūd.
invitations-answer-none = vēl nav atbildes
invitations-answer-accepted = piedalīsies
invitations-answer-tentative = varbūt vai gaida vietu
invitations-answer-declined = nepiedalīsies
invitations-delivery-queued = gaida nosūtīšanu
invitations-delivery-sent = nosūtīta
invitations-delivery-bounced = atnāca atpakaļ
invitations-delivery-failed = nav piegādājama
invitations-done = { $n ->
    [zero] Uzaicināti { $n } cilvēku.
    [one] Uzaicināts { $n } cilvēks.
   *[other] Uzaicināti { $n } cilvēki.
}
invitations-skipped = Nav uzaicināti:
invitations-skipped-address = tā nav e-pasta adrese
invitations-skipped-invited = jau uzaicināts
invitations-skipped-registered = jau reģistrējies
invitations-skipped-consent = nevēlas uzaicinājumus
invitations-skipped-limit = šogad saņēmis tik, cik vēlējās
invitations-segment-diplomacy = Diplomātija un ārpolitika
invitations-segment-justice = Tiesas, tiesības, cilvēktiesības
invitations-segment-culture = Kultūra un sports
invitations-segment-economy = Ekonomika un finanses
invitations-segment-other = Viss pārējais
invitations-everybody = Visi
invitations-lost = Nav piegādāts
invitations-none-lost = Cik zināms, visas vēstules ir saņemtas.
region-latvia = Latvija
region-belgium-and-luxembourg = Beļģija un Luksemburga
region-europe = Pārējā Eiropa
region-americas = Amerika
region-africa = Āfrika
region-asia-and-pacific = Āzija un Klusā okeāna valstis

inviting-title = Pirms uzaicinājumu nosūtīšanas
inviting-who = Kas tiek uzaicināti
inviting-now = { $n ->
    [zero] Uzaicinājumu uzreiz saņems { $n } cilvēku.
    [one] Uzaicinājumu uzreiz saņems { $n } cilvēks.
   *[other] Uzaicinājumu uzreiz saņems { $n } cilvēki.
}
inviting-later = { $n ->
    [zero] Tiek uzaicināti { $n } cilvēku; vēstuli viņi saņems dienā, kad pasākumu izziņos.
    [one] Tiek uzaicināts { $n } cilvēks; vēstuli saņems dienā, kad pasākumu izziņos.
   *[other] Tiek uzaicināti { $n } cilvēki; vēstuli viņi saņems dienā, kad pasākumu izziņos.
}
inviting-skipped-more = { $n ->
    [zero] un vēl { $n }
    [one] un vēl { $n }
   *[other] un vēl { $n }
}
withdrawing-told = Šis cilvēks uzreiz saņems vēstuli, un ieraksts no viņa kalendāra pazudīs. Pasākums notiks.
withdrawing-not-told = Šim cilvēkam vēl nekas nav sūtīts, un viņam nekas netiks rakstīts.
withdrawing-room = Viņa vieta klātienē atbrīvosies; to un vēstuli saņems nākamais rindā.
withdrawing-online = Viņa vieta tiešsaistē atbrīvosies; to un vēstuli saņems nākamais rindā.
withdrawing-line = Viņš vairs nebūs gaidītāju rindā.
