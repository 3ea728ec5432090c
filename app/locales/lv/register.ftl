register-title = Jūsu vieta
register-form = Reģistrācija
register-how = Kā piedalīsieties?
register-who = Par jums
register-as = Jūs reģistrējaties kā { $name }, { $email }.
register-as-address = Jūs reģistrējaties ar adresi { $email }.
register-profile = Labot profilu
register-needs = Kas jums nepieciešams?
register-needs-help = Atzīmējiet, kas palīdz. To redz tikai pasākuma sagatavotāji, un 30 dienas pēc pasākuma to izdzēsīsim.
register-need-step-free = Ceļš bez pakāpieniem un vieta pie ejas
register-need-loop = Indukcijas cilpa
register-need-captions = Subtitri
register-need-interpreting = Tulkojums angļu valodā
register-need-vegetarian = Veģetāras pusdienas
register-needs-else = Kas vēl
register-send = Reģistrēties
register-stand-in-line = Stāties rindā
register-back = Atpakaļ uz pasākumu
register-both = Klātienē, ja iespējams, līdz tam tiešsaistē
register-both-note = Vietu tiešsaistē saņemat tūlīt un paturat, līdz atbrīvojas vieta zālē.
register-both-lines-note = Jūs stāvēsiet abās rindās; vieta būs jūsu tur, kur tā atbrīvosies pirmā.
register-note-venue = { $venue }, { $city }, { $hours }.
register-note-run = { $hours } { $city }.
register-note-own = Pēc jūsu laika { $city } { $hours }{ $shift }.
register-note-unlimited = Vietas pietiks visiem.
register-note-left = { $n ->
    [zero] Brīvas { $n } no { $capacity } vietām.
    [one] Brīva { $n } no { $capacity } vietām.
   *[other] Brīvas { $n } no { $capacity } vietām.
}
register-note-room-full = { $capacity ->
    [zero] Visas { $capacity } vietas ir aizņemtas; rindā jums būtu { $position }. vieta. Tiklīdz vieta atbrīvosies, mēs jums uzrakstīsim.
    [one] Visas vietas ({ $capacity }) ir aizņemtas; rindā jums būtu { $position }. vieta. Tiklīdz vieta atbrīvosies, mēs jums uzrakstīsim.
   *[other] Visas { $capacity } vietas ir aizņemtas; rindā jums būtu { $position }. vieta. Tiklīdz vieta atbrīvosies, mēs jums uzrakstīsim.
}
register-note-online-full = { $capacity ->
    [zero] Visas { $capacity } vietas ir aizņemtas; rindā jums būtu { $position }. vieta. Tiklīdz vieta atbrīvosies, mēs jums uzrakstīsim.
    [one] Visas vietas ({ $capacity }) ir aizņemtas; rindā jums būtu { $position }. vieta. Tiklīdz vieta atbrīvosies, mēs jums uzrakstīsim.
   *[other] Visas { $capacity } vietas ir aizņemtas; rindā jums būtu { $position }. vieta. Tiklīdz vieta atbrīvosies, mēs jums uzrakstīsim.
}
register-seats = Vietas
register-changeable = Mainīt klātieni pret tiešsaisti vai no vietas atteikties varat jebkurā brīdī līdz pasākuma beigām.
register-entry = Ierakstu kalendāram tūlīt saņemsiet pa e-pastu.
register-mine = Jūsu vieta
register-have-room = Jums ir vieta zālē.
register-have-online = Jums ir vieta tiešsaistē.
register-have-online-again = Jums ir vieta tiešsaistē otrajā reizē.
register-line-online-again = Rindā uz otro reizi tiešsaistē jums ir { $position }. vieta.
register-line-room = Rindā uz vietu zālē jums ir { $position }. vieta.
register-line-online = Rindā uz vietu tiešsaistē jums ir { $position }. vieta.
register-told = Kad pienāks jūsu kārta, mēs jums uzrakstīsim; skatīties nav vajadzīgs.
register-to-room = Piedalīties klātienē
register-to-online = Piedalīties tiešsaistē
register-to-first = Piedalīties pirmajā reizē tiešsaistē
register-to-second = Piedalīties otrajā reizē tiešsaistē
register-stay-online-again = Palikt otrajā reizē
register-stay-room = Palikt pie vietas zālē
register-stay-online = Palikt tiešsaistē
register-keeps-place = Savu līdzšinējo vietu paturat, līdz jaunā ir jūsu.
register-keeps-turn = Savu kārtu otrā rindā paturat, līdz jums ir vieta.
register-frees-place = Jūsu līdzšinējo vietu saņems nākamais rindā.
register-leaves-line = Vietu saņemsiet tūlīt, bet no rindas, kurā stāvat, izstāsieties.
register-leave = Atteikties no vietas
register-leave-what = Jūsu vietu saņems nākamais rindā, un to, ko rakstījāt par savām vajadzībām, izdzēsīsim. Kas atgriežas, stājas rindas galā.
register-leave-line = Izstāties no rindas
register-leave-line-what = Tie, kas stāv aiz jums, pavirzīsies uz priekšu. Kas atgriežas, stājas rindas galā.
register-left = Jūs atteicāties no vietas. Ieraksts jūsu kalendārā tiks atsaukts.
register-no-changes = Neko vairs nevar mainīt.

register-sign-in = Lai reģistrētos, ieejiet ar saiti, ko nosūtīsim jums pa e-pastu.
register-sign-in-why = Ierakstiet savu adresi, atveriet atsūtīto saiti, un būsiet atkal šajā lapā. Paroles nav.
register-sign-in-do = Ieiet un reģistrēties
register-opens = Reģistrācija sāksies { $when }.
register-opens-next = Līdz tam pasākuma lapā varat pateikt, vai piedalītos.
register-not-announced = Šis datums vēl nav apsolīts.
register-not-announced-next = Reģistrācija sāksies, kad pasākumu izziņos. Pasākuma lapā jau tagad varat pateikt, vai piedalītos.
register-closed = Reģistrācija beidzās { $when }.
register-closed-next = Ja vajadzīga vieta pēc termiņa, rakstiet rīkotājiem; viņus atradīsiet pasākuma lapā.
register-is-cancelled = Šis pasākums ir atcelts.
register-is-cancelled-next = Iemesls un tas, kas būs tālāk, ir pasākuma lapā.
register-over = Šis pasākums ir noslēdzies.
register-over-next = Kas no tā iznāca, lasiet pasākuma lapā.
registrations-title = Reģistrācijas
registrations-who = Kas ir reģistrējušies
registrations-figures = { $mode }: { $n } no { $of }, rindā { $waiting }.
registrations-figures-open = { $mode }: { $n }, bez ierobežojuma.
registrations-none = Vēl neviens nav reģistrējies.
registrations-none-next = Šeit būs visi, kas reģistrējas, pieteikšanās secībā. Zemāk varat reģistrēt cilvēkus pēc adreses.
registrations-person = Cilvēks
registrations-mode = Veids
registrations-status = Statuss
registrations-needs = Vajadzības
registrations-needs-hidden = Cilvēku vajadzības redz tikai tie, kas sagatavo telpu.
registrations-do = Darbības
registrations-has-place = Ir vieta.
registrations-in-line = Rindā { $position }. vietā.
registrations-wants = Rindā { $mode } { $position }. vietā.
registrations-to-room = uz vietu zālē
registrations-to-online = uz vietu tiešsaistē
registrations-to-second = uz otro reizi
registrations-move-second = Pārcelt uz otro reizi
registrations-move-room = Pārcelt uz klātieni
registrations-move-online = Pārcelt uz tiešsaisti
registrations-end-waiting = Beigt gaidīšanu
registrations-cancel = Atcelt
registrations-add = Reģistrēt kādu
registrations-add-note = Tiem, kas pieteikušies pa tālruni vai vēstulē. Ierakstu kalendāram viņi saņems pa e-pastu.
registrations-email = E-pasts
registrations-email-help = No nezināmas adreses rodas cilvēks, par kuru zināma tikai šī adrese.
registrations-send = Reģistrēt
registrations-made = Reģistrēts: { $email }. Vieta ir.
registrations-made-line = Reģistrēts: { $email }, rindā { $position }. vieta.
registrations-moved = Pārcelts. Cilvēkam paziņosim pa e-pastu.
registrations-moved-later = Vietas vēl nav: rindā { $position }. vieta, un līdzšinējā vieta paliek.
registrations-cancelled = Atcelts. Cilvēkam paziņosim pa e-pastu, un nākamais rindā ir pavirzījies.

register-known = Kas drīkst zināt, ka piedalāties
register-known-nobody = Neviens, tikai rīkotāji
register-known-nobody-note = Tā tas paliek, ja vien to nemaināt.
register-known-others = Pārējie dalībnieki
register-known-others-note = Jūsu vārds un organizācija dalībnieku sarakstā.
register-is-named = Pārējie dalībnieki redz jūsu vārdu un organizāciju.
register-is-unnamed = Tikai rīkotāji zina, ka piedalāties.
register-name = Rādīt mani pārējiem dalībniekiem
register-unname = Vairs nerādīt mani pārējiem
register-now-named = Pārējie dalībnieki tagad redz, ka piedalāties.
register-now-unnamed = Tagad tikai rīkotāji zina, ka piedalāties.
participants-title = Dalībnieki
participants-sub = Kopā vieta ir { $n }. Šeit ir tie, kuri vēlas, lai pārējie to zina.
participants-name = Vārds
participants-organisation = Organizācija
participants-none = Pagaidām neviens nav teicis, ka pārējie drīkst zināt.
participants-note = Katrs pats izvēlas, vai te būt.
participants-own = Jūsu vieta
participants-see = Dalībnieku saraksts
