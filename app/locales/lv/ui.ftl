optional = (nav obligāti)
in-latvian = latviski
in-english = angliski
one-language-is-enough = Pietiek ar vienu valodu.
choose = Izvēlieties
faults-title = { $n ->
    [zero] Jāizlabo { $n } vietu
    [one] Jāizlabo { $n } vieta
   *[other] Jāizlabo { $n } vietas
}
faults-kept = Viss pārējais, ko ierakstījāt, ir saglabāts.

status-draft = Melnraksts
status-tentative = Provizorisks
status-announced = Izziņots
status-confirmed = Apstiprināts
status-held = Noticis
status-cancelled = Atcelts

clock-your-time = pēc jūsu laika,
clock-venue-time = pēc norises vietas laika,
clock-same = Jūsu pulkstenis rāda to pašu laiku.
clock-other-places = Citviet

mode-in-person = Klātienē
mode-online-again = Tiešsaistē, otrajā reizē
mode-online = Tiešsaistē
mode-in-person-in = klātienē
mode-online-in = tiešsaistē
seats-taken = { $n ->
    [zero] aizņemtas { $taken } no { $capacity }
    [one] aizņemta { $taken } no { $capacity }
   *[other] aizņemtas { $taken } no { $capacity }
}
seats-open = reģistrējušies: { $taken }
seats-waiting = , rindā { $waiting }

copy-address = Kopēt adresi
copied = Nokopēta
copy-failed = Iezīmējiet adresi un nokopējiet
calendar-open = Atvērt manā kalendārā

pager-label = Lapas
pager-next = Tālāk
pager-first = No sākuma
quoted = „{ $words }”
