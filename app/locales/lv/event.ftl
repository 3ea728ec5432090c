event-tabs = Šis pasākums
event-tab-overview = Pārskats
event-tab-topics = Temati
event-tab-vote = Balsojums
event-tab-agenda = Darba kārtība
event-tab-outcomes = Iznākums

event-is-draft = To redz tikai rīkotājs.
event-is-tentative = Diena ir gaidāma, bet vēl nav apsolīta.
event-is-announced = Diena ir apsolīta.
event-is-confirmed = Notiks, kā norādīts.
event-is-on = Notiek pašlaik.
event-is-over = Jau beidzies.
event-is-held = Pasākums ir noticis.
event-is-cancelled = Pasākums nenotiks.

event-cancelled-forum = Šis forums ir atcelts
event-cancelled-thematic = Šī sanāksme ir atcelta
event-cancelled-briefing = Šī informatīvā tikšanās ir atcelta
event-cancelled-written = Šī rakstveida procedūra ir atcelta
event-cancelled-entry = Visiem uzaicinātajiem un reģistrētajiem par to ir paziņots, un ieraksts viņu kalendāros ir atzīmēts kā atcelts.

event-when = Kad
event-again = Un vēlreiz
event-better-first = Jums { $place } ērtāka ir pirmā reize: { $better }, nevis { $worse }.
event-better-second = Jums { $place } ērtāka ir otrā reize: { $better }, nevis { $worse }.
event-better-either = Jums { $place } abas reizes ir vienlīdz ērtas: { $first } vai { $second }.
event-where = Kur
event-how = Kā
event-seats = Vietas
event-interest = Interese
event-or-online = vai tiešsaistē.
event-online = Tiešsaistē.
event-join = Saite, ar ko pieslēgties
event-link-follows = Saite būs šeit un jūsu kalendāra ierakstā.
event-link-for-registered = Saite ir tiem, kam ir vieta.
event-room-later = Telpa vēl nav zināma.
event-room-later-in = { $city }. Telpa vēl nav zināma.
event-had-in-person = { $n ->
    [zero] klātienē { $n } cilvēku
    [one] klātienē { $n } cilvēks
   *[other] klātienē { $n } cilvēki
}
event-had-online = { $n ->
    [zero] tiešsaistē { $n } cilvēku
    [one] tiešsaistē { $n } cilvēks
   *[other] tiešsaistē { $n } cilvēki
}

event-host-label = Rīkotājam
event-host-edit = Mainīt pasākumu
event-host-status = Statuss
event-host-registrations = Reģistrācijas
event-host-invitations = Uzaicinājumi

event-about = Par pasākumu
event-host = Rīkotājs
host-ministry = ministrija; atbild uz jūsu jautājumiem
host-chancellery = atbild uz jūsu jautājumiem
host-representation = pārstāvniecība; atbild uz jūsu jautājumiem
host-embassy = vēstniecība; atbild uz jūsu jautājumiem
host-association = biedrība; atbild uz jūsu jautājumiem

event-next-years = Nākamie pieci gadi
event-next-years-note = { $rule }, lai varat ap to plānot atvaļinājumu.
event-next-dates = Nākamās dienas
event-next-dates-note = { $rule }.
event-series = Viss par sēriju: { $series }

event-calendar = Jūsu kalendārā
event-calendar-series-note = Viena adrese visai sērijai. Provizorisks datums tajā pats kļūst par apstiprinātu; divreiz to neredzēsiet.
event-calendar-host-note = Viena adrese visiem šī rīkotāja publiskajiem pasākumiem. Ja kaut kas mainās, mainās arī jūsu kalendārā.
event-calendar-closed-note = Šī pasākuma nav nevienā publiskā kalendārā. Kad jums būs vieta, tas būs jūsu pašu kalendārā.
event-calendar-series = Šīs sērijas kalendāra adrese
event-calendar-host = Šī rīkotāja kalendāra adrese
event-calendar-day = Tikai šis pasākums (.ics)
event-calendar-mine = Jūsu pašu kalendāra adrese

place-title = Jūsu vieta
place-opens = Reģistrācija sāksies { $when }.
place-not-announced = Reģistrācija vēl nav sākusies.
place-not-announced-why = Tā sāksies, kad diena būs apsolīta.
place-called-off = Šoreiz nav, kur doties.
place-called-off-had = Jūsu vieta vairs nav spēkā; ieraksts jūsu kalendārā ir atzīmēts kā atcelts.
place-was-in-person = Jums bija vieta klātienē.
place-was-online = Jums bija vieta tiešsaistē.
place-over = Pasākums ir beidzies.
place-next = Nākamais: { $day }
place-what-is-coming = Skatīt, kas gaidāms
place-in-person = Jums ir vieta klātienē.
place-online = Jums ir vieta tiešsaistē.
place-online-again = Jums ir vieta tiešsaistē otrajā reizē.
place-told = Tiklīdz vieta atbrīvosies, tā būs jūsu, un mēs jums rakstīsim.
place-keeps-online = Vieta tiešsaistē paliek jums, līdz atbrīvosies vieta zālē.
place-keeps-run = Vieta otrā laikā līdz tam paliek jums.
place-held-twice = Pasākums notiek divas reizes: izvēlieties sev ērtāko laiku.
place-keeps-in-person = Līdz tam vieta zālē paliek jums.
place-line-in-person = Rindā uz vietu klātienē jums ir { $position }. vieta no { $of }.
place-line-online = Rindā uz vietu tiešsaistē jums ir { $position }. vieta no { $of }.
place-line-online-again = Rindā uz otro reizi tiešsaistē jums ir { $position }. vieta no { $of }.
place-change = Mainīt vietu
place-give-up = Atteikties
place-until = Reģistrēties var līdz { $when }.
place-invited = Jums ir uzaicinājums.
place-invited-early = Jums ir uzaicinājums; vieta būs jūsu, kad reģistrēsieties.
place-declined = Jūsu atbilde uz uzaicinājumu ir „nē”. Piedalīties vēl varat.
place-perhaps = Jūsu atbilde ir „varbūt”. Reģistrējoties to apstiprināsiet.
place-come-both = Nāciet klātienē vai tiešsaistē.
place-come-room = Nāciet klātienē.
place-come-online = Piedalieties tiešsaistē.
place-room-full = Klātienē vietu vairs nav; piedalieties tiešsaistē.
place-all-full = Visas vietas ir aizņemtas.
place-line-is-a-place = Arī rinda ir vieta: kas atbrīvojas, tiek nākamajam.
place-stand-in-line = Stāties rindā, { $n }. vietā
place-register = Reģistrēties
place-register-online = Piedalīties tiešsaistē
place-sign-in = Ieiet un redzēt savu vietu
place-closed = Reģistrācija beidzās { $when }.
place-closed-stream = Tiešraide ir atvērta visiem.
place-ask-host = Jautāt rīkotājam

asked-title = Ko no jums gaidām tagad
asked-keep = Paturiet šo dienu brīvu.
asked-add = Pievienot kalendāram
asked-vote-open = Balsot var
asked-voted = Jūsu balss ir saņemta. Balsojumu varat mainīt
asked-until = līdz { $when } ({ $left }).
asked-vote = Balsot
asked-change-ballot = Mainīt balsojumu
asked-topics = Par kuriem tematiem runāt?
asked-topics-first = Neviena vēl nav. Pirmais noteiks toni.
asked-topics-supported = { $n ->
    [zero] Jūs atbalstāt { $supported } no { $n } pieteiktajiem tematiem.
    [one] Jūs atbalstāt { $supported } no { $n } pieteiktā temata.
   *[other] Jūs atbalstāt { $supported } no { $n } pieteiktajiem tematiem.
}
asked-topics-so-far = { $n ->
    [zero] Līdz šim pieteikti { $n } temati.
    [one] Līdz šim pieteikts { $n } temats.
   *[other] Līdz šim pieteikti { $n } temati.
}
asked-topics-propose = Pieteikt tematu
asked-topics-both = Pieteikt vai atbalstīt tematus

interest-question = Vai jūs nāktu?
interest-why = Agra atbilde vienā vārdā palīdz izvēlēties telpu un stundu. Tā jūs ne pie kā nesaista.
interest-yes = Jā
interest-maybe = Varbūt
interest-remote-only = Tikai tiešsaistē
interest-cannot = Nevaru
interest-not-interested = Neinteresē
interest-sign-in = Ieiet un atbildēt
interest-send = Nosūtīt atbildi
interest-change = Mainīt atbildi
interest-thanks = Jūsu atbilde ir saglabāta. To varat mainīt jebkurā laikā.
interest-none = Neviens vēl nav atbildējis.
interest-few = { $n ->
    [zero] Līdz šim { $n } atbilžu; pārāk maz, lai rādītu atsevišķi.
    [one] Līdz šim { $n } atbilde; pārāk maz, lai rādītu atsevišķi.
   *[other] Līdz šim { $n } atbildes; pārāk maz, lai rādītu atsevišķi.
}
interest-others = Citas atbildes

event-topics-first = Pieteikt pirmo tematu
event-topics-all = { $n ->
    [zero] Visi { $n } temati
    [one] Visi { $n } temats
   *[other] Visi { $n } temati
}
event-topics-supports = { $n ->
    [0] pagaidām neviens neatbalsta
    [zero] { $n } cilvēki to atbalsta
    [one] { $n } cilvēks to atbalsta
   *[other] { $n } cilvēki to atbalsta
}
event-topics-note = Tematus piesaka un atbalsta dalībnieki; kas nonāk programmā, izšķir balsojums.
event-topics-note-vote = Balsot var līdz { $when }.
event-topics-note-soon = Balsojums sāksies { $when }.
event-topics-note-over = Kas tika pieteikts.
