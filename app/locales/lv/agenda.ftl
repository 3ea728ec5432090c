agenda-title = Darba kārtība · { $event }
agenda-heading = Darba kārtība
agenda-online = Tiešsaistē
agenda-supplementary = Papilddaļa
agenda-supplementary-note = Nāciet, ja tas jums noder.
agenda-main = Pamatdaļa
agenda-topic = { $n }. temats
agenda-now = Tagad { $time }
agenda-times = Visi laiki ir pēc { $lead } laika, { $offset }.
agenda-times-both = Vispirms { $lead } laiks, zem tā – { $second } laiks.
agenda-first-time = Pirmā reize
agenda-second-time = Otrā reize
agenda-which-time = Kura no abām reizēm
agenda-twice = Pasākums notiek divreiz ar vienu un to pašu darba kārtību; otrā reize ir tiešsaistē.
agenda-twice-differs = Pasākums notiek divreiz; otrā reize ir tiešsaistē. Dažas sesijas ir tikai vienā no reizēm.
agenda-this-time-only = Tikai šajā reizē
agenda-first-time-only = tikai pirmajā reizē
agenda-second-time-only = tikai otrajā reizē
agenda-whose-time = Pēc kura laika
agenda-venue-time = Norises vietas laiks ({ $place })
agenda-own-time-in = Mans laiks ({ $place })
agenda-own-time = Mans laiks

agenda-release = { $n }. laidiens
agenda-published = Publicēts { $when }.
agenda-older = Šis ir { $n }. laidiens; ir jaunāks.
agenda-see-newest = Skatīt jaunāko
agenda-releases = Visi laidieni
agenda-compare = Laidiens
agenda-compare-with = Salīdzināt ar
agenda-compare-do = Salīdzināt
agenda-no-changes = Kopš { $n }. laidiena nekas nav mainījies.
agenda-changes = { $n ->
    [zero] { $n } izmaiņu kopš { $release }. laidiena
    [one] { $n } izmaiņa kopš { $release }. laidiena
   *[other] { $n } izmaiņas kopš { $release }. laidiena
}
agenda-added = Jauna
agenda-moved = Pārcelta
agenda-changed = Mainīta
agenda-dropped = Atcelta
agenda-was-now = Bija { $was }; tagad { $now }
agenda-was = Bija { $was }

agenda-draft = Jūs redzat melnrakstu.
agenda-draft-note = Citi redz to, kas publicēts pēdējais.
agenda-to-publishing = Skatīt izmaiņas un publicēt
agenda-as-others-see-it = Kā to redz citi
agenda-unpublished = { $n ->
    [zero] Vēl nav publicētas { $n } izmaiņas.
    [one] Vēl nav publicēta { $n } izmaiņa.
   *[other] Vēl nav publicētas { $n } izmaiņas.
}
agenda-see-and-publish = Skatīt un publicēt
agenda-see-draft = Skatīt melnrakstu
agenda-organise = Mainīt darba kārtību

agenda-mark = Likt manā kalendārā
agenda-marked-by-you = Jūsu atzīmēta
agenda-take-place = Ieņemt vietu
agenda-full = Vietu vairs nav. Ja kāda atbrīvosies, to varēs ieņemt te.
agenda-places = { $n ->
    [zero] Aizņemtas { $n }
    [one] Aizņemta { $n }
   *[other] Aizņemtas { $n }
} no { $of } vietām
agenda-marks = { $n ->
    [zero] Atzīmējuši { $n } cilvēku
    [one] Atzīmējis { $n } cilvēks
   *[other] Atzīmējuši { $n } cilvēki
}
agenda-clash = Tajā pašā laikā jūs esat atzīmējuši { $titles }.
agenda-capacity = Vietu skaits
agenda-capacity-help = Tikai tad, ja vairāk piedalīties nevar: atzīmējot sesiju, tiek ieņemta vieta.
agenda-capacity-over = To atzīmējuši jau { $n }, vairāk nekā vietu: savu vietu neviens nezaudē, bet jaunu neviens nedabūs, kamēr kāda neatbrīvosies.
agenda-marked = Sesija ir atzīmēta. Tā ir jūsu kalendārā un mainīsies līdzi darba kārtībai.
agenda-unmarked = Sesija vairs nav atzīmēta.
agenda-mark-why = Ieejiet, lai atzīmētu sesijas, kurās gribat piedalīties: tās būs jūsu kalendārā un mainīsies līdzi darba kārtībai.
agenda-sign-in = Ieiet un atzīmēt sesijas
agenda-none-marked = Atzīmējiet sesijas, kurās gribat piedalīties: tās būs jūsu kalendārā un mainīsies līdzi darba kārtībai.
agenda-count-marked = { $n ->
    [zero] Jūs esat atzīmējuši { $n } sesiju.
    [one] Jūs esat atzīmējuši { $n } sesiju.
   *[other] Jūs esat atzīmējuši { $n } sesijas.
}
agenda-marks-follow = Atzīmētais ir jūsu kalendārā un mainās līdzi darba kārtībai.
agenda-only-mine = Tikai manas
agenda-all = Visas sesijas
agenda-my-calendar = Mana kalendāra adrese
agenda-chaired-by = Vada: { $names }
agenda-of-group = Darba grupa: { $group }
agenda-held-in-latvian = Latviešu valodā
agenda-held-in-english = Angļu valodā
agenda-held-in-both = Latviešu un angļu valodā
agenda-chatham-rule = Četema nama noteikums: teikto drīkst izmantot, bet nedrīkst nosaukt, kurš to teica.
agenda-whole = { $n ->
    [zero] Visa darba kārtība: { $n } sesiju
    [one] Visa darba kārtība: { $n } sesija
   *[other] Visa darba kārtība: { $n } sesijas
}

agenda-empty = Darba kārtība vēl nav publicēta.
agenda-empty-why = Tā veidojas no tematiem, ko cilvēki piesaka un par ko balso; šeit tā būs pa sesijām, ar telpām, runātājiem un laikiem.
agenda-empty-day = Diena ir zināma: { $day }.
agenda-empty-over = Šim pasākumam darba kārtība netika publicēta.
agenda-empty-cancelled = Šis pasākums nenotiks, tāpēc darba kārtības nav.
agenda-empty-chosen = Līdz šim darba kārtībai izvēlēts
agenda-empty-topics = Skatīt tematus
agenda-begin = Sākt darba kārtību

agenda-sessions = Sesijas
agenda-never-published = Līdz publicēšanai to redzat tikai jūs un jūsu kolēģi.
agenda-no-sessions = Sesiju vēl nav.
agenda-no-sessions-next = Pievienojiet pirmo vai ielieciet kādu izvēlētu tematu.
agenda-add = Pievienot sesiju
agenda-change-session = Mainīt sesiju
agenda-waiting = Izvēlēts, bet vēl bez vietas
agenda-waiting-note = Atlasītie temati, kam vēl nav sesijas.
agenda-place-it = Ielikt
agenda-publish = Publicēšana
agenda-publish-note = Laidienu redz visi, kas redz pasākumu. Atzīmētās sesijas mainās cilvēku kalendāros.
agenda-nothing-to-publish = Viss ir publicēts.
agenda-publish-first = { $n ->
    [zero] Pirmoreiz tiks publicētas { $n } sesijas.
    [one] Pirmoreiz tiks publicēta { $n } sesija.
   *[other] Pirmoreiz tiks publicētas { $n } sesijas.
}
agenda-publish-changes = { $n ->
    [zero] { $n } izmaiņu, salīdzinot ar { $release }. laidienu:
    [one] { $n } izmaiņa, salīdzinot ar { $release }. laidienu:
   *[other] { $n } izmaiņas, salīdzinot ar { $release }. laidienu:
}
agenda-release-name = Laidiena nosaukums
agenda-release-name-help = To redz visi, piemēram, „Projekts apspriešanai” vai „Galīgā darba kārtība”. Pietiek ar vienu valodu.
agenda-publish-do = Publicēt { $n }. laidienu
agenda-told-nobody = Neviens vēstuli nesaņems: tas neskar nevienu, kas ir pieteicies, runā vai ir atzīmējis sesiju, vai arī pasākums nav izziņots.
agenda-told-now = { $n ->
    [zero] Pa vienai vēstulei uzreiz saņems { $n } cilvēku:
    [one] Pa vienai vēstulei uzreiz saņems { $n } cilvēks:
   *[other] Pa vienai vēstulei uzreiz saņems { $n } cilvēki:
}
agenda-told-speaking = { $n ->
    [zero] { $n } runā vai vada
    [one] { $n } runā vai vada
   *[other] { $n } runā vai vada
}
agenda-told-marked = { $n ->
    [zero] { $n } ir atzīmējuši sesiju, kas mainās
    [one] { $n } ir atzīmējis sesiju, kas mainās
   *[other] { $n } ir atzīmējuši sesiju, kas mainās
}
agenda-told-registered = { $n ->
    [zero] { $n } ir pieteikušies, un viņu diena mainās
    [one] { $n } ir pieteicies, un viņa diena mainās
   *[other] { $n } ir pieteikušies, un viņu diena mainās
}
agenda-told-later = { $n ->
    [zero] { $n } cilvēkiem sesijas pārbīdās mazāk nekā par ceturtdaļstundu, un nekas cits nemainās. Viņi to uzzinās rīt septiņos no rīta pēc sava pulksteņa.
    [one] { $n } cilvēkam sesijas pārbīdās mazāk nekā par ceturtdaļstundu, un nekas cits nemainās. Viņš to uzzinās rīt septiņos no rīta pēc sava pulksteņa.
   *[other] { $n } cilvēkiem sesijas pārbīdās mazāk nekā par ceturtdaļstundu, un nekas cits nemainās. Viņi to uzzinās rīt septiņos no rīta pēc sava pulksteņa.
}
agenda-is-published = { $n }. laidiens ir publicēts.

agenda-session-title = Par ko tā ir?
agenda-starts-help = Pēc { $place } laika
agenda-minutes = Minūtes
agenda-room = Telpa
agenda-room-help = Atstājiet tukšu, ja sesija ir visiem, kā atklāšana vai pusdienas. Pietiek ar vienu valodu.
agenda-online-url-help = Tikai tiem, kam ir vieta, ja vien paša pasākuma saite nav publiska.
agenda-speakers = Runātāji
agenda-speakers-help = Katrs savā rindā: vārds vai šeit zināma cilvēka e-pasta adrese. Citi redz tikai vārdus.
agenda-from-topic = Temats, no kura tā nāk
agenda-part = Darba kārtības daļa
agenda-run = Kurā reizē
agenda-run-help = Sākums vienmēr ir pēc pirmās reizes pulksteņa; otrajā reizē tas pārbīdās līdzi pasākumam. Otrā reize ir tiešsaistē, tāpēc telpu tajā nav.
agenda-both-times = Abās reizēs
agenda-time-not-held = Otrās reizes nav, tāpēc to neviens neredz
agenda-session-saved = Sesija ir saglabāta. Citi to redzēs, kad tā būs publicēta.
agenda-session-removed = Sesija ir izņemta. Citi to redzēs pēc publicēšanas.
agenda-remove = Izņemt šo sesiju
agenda-remove-note = Citi to redzēs līdz nākamajam laidienam.
agenda-kind = Kas tas ir?
agenda-kind-session = Sesija
agenda-kind-break = Pārtraukums
agenda-kind-break-note = Kafija vai pusdienas: nosaukums, laiks un vieta; atzīmēt nav ko.
agenda-add-break = Pievienot pārtraukumu
agenda-chairs = Kas vada
agenda-chairs-help = Kas to vada, katrs savā rindā, tāpat kā runātāji.
agenda-group = Darba grupa
agenda-group-help = Grupa, kuras sesija tā ir, ja vairākas strādā vienlaikus.
agenda-language = Valoda
agenda-in-latvian = Latviešu
agenda-in-english = Angļu
agenda-in-both = Latviešu un angļu
agenda-chatham = Pēc Četema nama noteikuma
agenda-chatham-note = Teikto drīkst izmantot, bet nedrīkst nosaukt, kurš to teica. To pie sesijas redz visi.
agenda-materials = Ko izlasīt
agenda-materials-help = Katrs savā rindā: kas tas ir, pēc tam tīmekļa adrese.
agenda-meanwhile = Kāds cits pa šo laiku ir mainījis šo sesiju. Atšķirības:
agenda-meanwhile-next = Jūsu rakstītais ir zemāk. Saglabājot vēlreiz, viņu rakstīto aizstās jūsējais.

agenda-warning-speaker = { $name } vienlaikus ir divās vietās ({ $hours }): „{ $first }” un „{ $second }”.
agenda-warning-room = Telpa „{ $room }” ir aizņemta divreiz ({ $hours }): „{ $first }” un „{ $second }”.
agenda-warning-outside = „{ $first }” ir ārpus pasākuma laika.
agenda-warning-gap = Starp „{ $first }” un „{ $second }” nekas nenotiek ({ $hours }). Ja tas ir pārtraukums, ierakstiet to.
agenda-warning-overlap = „{ $first }” un „{ $second }” notiek vienlaikus ({ $hours }), un vismaz viena no tām ir visiem.
agenda-warning-unavailable = { $name } nevar būt klāt, kad notiek „{ $first }”.
agenda-warning-too-small = Telpā „{ $room }” ir { $holds ->
    [zero] { $holds } vietu
    [one] { $holds } vieta
   *[other] { $holds } vietas
}, bet { $n ->
    [zero] gaidāmi { $n } cilvēku
    [one] gaidāms { $n } cilvēks
   *[other] gaidāmi { $n } cilvēki
}: „{ $first }”.
agenda-warning-not-placed = „{ $title }” ir izvēlēts, bet tam vēl nav sesijas.
agenda-warning-late = Tiešsaistē { $n ->
    [zero] { $n } cilvēkiem
    [one] { $n } cilvēkam
   *[other] { $n } cilvēkiem
}{ $zones } tad ir nakts: „{ $first }”{ $more ->
    [0] .
    [zero] { " " }un vēl { $more } sesijas.
    [one] { " " }un vēl { $more } sesija.
   *[other] { " " }un vēl { $more } sesijas.
}
agenda-warning-elsewhere = { $n } citur pasaulē
agenda-warnings = { $n ->
    [zero] Jāapskata { $n } lietas
    [one] Jāapskata { $n } lieta
   *[other] Jāapskata { $n } lietas
}
agenda-warnings-note = Iespējamas kļūdas. Publicēt tās neliedz.
agenda-setup = Telpas un runātāju laiki
agenda-setup-saved = Saglabāts. Brīdinājumi to ņem vērā.
agenda-setup-overtaken = Kāds cits pa to laiku ir mainījis šo sarakstu.
agenda-setup-overtaken-next = Jūsu rakstītais ir zemāk. Saglabājot vēlreiz, viņu rakstīto aizstās jūsējais.
agenda-rooms = Telpas
agenda-rooms-note = Cik cilvēku katrā ir vietas. Iztukšotu rindu izņem.
agenda-room-n = { $n }. telpa
agenda-room-holds = Vietas { $n }. telpā
agenda-rooms-save = Saglabāt telpas
agenda-hours = Kad runātāji var būt klāt
agenda-hours-note = Pēc { $place } laika. Kas te nav minēts, var būt klāt jebkurā laikā; to redzat tikai jūs un jūsu kolēģi.
agenda-hours-who = { $n }. runātājs
agenda-hours-from = No
agenda-hours-until = Līdz
agenda-hours-save = Saglabāt laikus

agenda-as-list = Kā saraksts
agenda-hours-of = Pēc { $place } laika.
agenda-no-room = Bez telpas
agenda-flagged = (jāpārskata, sk. zemāk)
agenda-board-how = Kā pārvietot sesijas
agenda-board-help = Velciet sesiju uz citu laiku vai telpu, tās apakšējo malu – lai mainītu ilgumu, bet izraudzīto tematu no apakšas – uz plānu. Ar taustiņiem: bultiņas pārceļ par 5 minūtēm (ar Shift – par 30) un uz blakus telpu, + un − maina ilgumu, Page Up un Page Down – dienu, Delete izņem, Enter atver, Ctrl Z atsauc.
agenda-board-offline = Neizdevās nosūtīt: nav savienojuma. Viss redzams tā, kā bija; mēģiniet vēlreiz.
agenda-undo = Atsaukt
agenda-redo = Atkārtot
agenda-undone = Atsaukts: „{ $title }”.
agenda-redone = Atkārtots: „{ $title }”.
agenda-step-overtaken = Sesiju „{ $title }” pa to laiku ir mainījis kāds cits, tāpēc jūsu izmaiņa paliek, kā ir.
agenda-session-moved = Saglabāts. Citi to redzēs pēc publicēšanas.
agenda-session-placed = Tematam tagad ir sesija. Citi to redzēs pēc publicēšanas.
agenda-changed-by = { $name }: izmaiņas darba kārtībā – „{ $title }”. Tā redzama, kāda ir tagad.
agenda-changed-elsewhere = Darba kārtība pa to laiku ir mainīta. Tā redzama, kāda ir tagad.
agenda-overtaken = Kāds cits paspēja pirmais: sesija redzama tāda, kāda tā ir tagad.
agenda-overtaken-removed = Sesija pa to laiku ir izņemta.
agenda-theirs = Tagad
agenda-mine = Jūsu
agenda-take-mine = Darīt, kā gribēju
agenda-keep-theirs = Atstāt, kā ir
agenda-removed-by-me = Izņemta
agenda-publish-overtaken = Vēl nav publicēts: darba kārtība ir mainījusies, kopš to apskatījāt.
agenda-publish-overtaken-why = Zemāk redzams, kāda tā būtu tagad un kam par to pastāstītu.
agenda-both-versions = Abas versijas
agenda-draft-page = Darba kārtības priekšlikums
agenda-draft-lead = Atlasītie temati, kam vēl nav sesijas, tiek ielikti jūsu stundās un telpās. Kamēr priekšlikumu nepārņemat, nekas netiek saglabāts; pārņemtais nonāk melnrakstā, un to publicējat atsevišķi.
agenda-draft-make = Ieteikt
agenda-draft-again = Ieteikt vēlreiz ar šiem iestatījumiem
agenda-draft-settings = Iestatījumi
agenda-draft-settings-note = Sesijas un pārtraukumi, kas jau ir, paliek savā vietā, ja vien zemāk tos neizvēlaties.
agenda-draft-nothing = Neviens temats negaida vietu.
agenda-draft-nothing-next = Temati, kurus esat atlasījuši jūs vai balsojums, tiek ielikti šeit, tiklīdz tādi ir.
agenda-draft-to-topics = Uz tematiem
agenda-draft-hours = Stundas
agenda-draft-hours-note = Pēc { $place } laika, pasākuma laikā. Iztukšotu rindu izlaiž.
agenda-draft-stretch = { $n }. laika posms
agenda-draft-breaks = Pauzes un pusdienas
agenda-draft-pause = Pauze starp sesijām
agenda-draft-no-pause = Bez pauzes
agenda-draft-lunch-from = Atstāt brīvu no
agenda-draft-lunch-until = Atstāt brīvu līdz
agenda-draft-rooms = Izmantojamās telpas
agenda-draft-holds = { $n ->
    [zero] { $n } vietu
    [one] { $n } vieta
   *[other] { $n } vietas
}
agenda-draft-no-rooms = Neviena telpa nav norādīta, tāpēc viss notiek pasākuma vietā cits pēc cita.
agenda-draft-round = Balsojums, kas rāda, ko cilvēki vēlas
agenda-draft-round-help = Slēgti balsojumi ar vismaz 10 biļeteniem; tikai skaitļi.
agenda-draft-no-round = Bez balsojuma: cik cilvēku atbalsta katru tematu
agenda-draft-topics = Temati
agenda-draft-topics-note = Kamēr notiek tas, kas ir visiem, nekas cits nenotiek. Kas runā, vienlaikus ir vienā vietā un tikai tad, kad var būt klāt.
agenda-draft-none-wait = Neviens temats negaida vietu; var no jauna ielikt sesijas.
agenda-draft-for-all = Visiem
agenda-draft-beside = Līdztekus citām
agenda-draft-part = Kam tas ir
agenda-draft-speakers = Kas runā: vārdi vai zināmas adreses, atdalītas ar komatiem
agenda-draft-anew-which = Sesijas, kas jāieliek no jauna
agenda-draft-anew-help = Visas pārējās paliek savā vietā.
agenda-draft-published = Publicēta: kad publicēsiet pārcelšanu, to paziņos tiem, uz kuriem tā attiecas
agenda-draft-proposal = Priekšlikums: { $n ->
    [zero] ielikti
    [one] ielikts
   *[other] ielikti
} { $n } no { $all }
agenda-draft-proposal-note = Jaunais ir atzīmēts. Tas nonāk melnrakstā, ko redzat tikai jūs un jūsu kolēģi.
agenda-draft-none-placed = Neko neizdevās ielikt. Iemesli ir zemāk.
agenda-draft-take-over = Pārņemt
agenda-draft-change = Mainīt iestatījumus
agenda-draft-taken-over = { $n ->
    [zero] Melnrakstā ir { $n } sesiju. Nekas vēl nav publicēts.
    [one] Melnrakstā ir { $n } sesija. Nekas vēl nav publicēts.
   *[other] Melnrakstā ir { $n } sesijas. Nekas vēl nav publicēts.
}
agenda-draft-overtaken = Kopš šī priekšlikuma ir mainījusies darba kārtība, tās temati vai telpas.
agenda-draft-overtaken-next = Nekas nav pārņemts. Zemāk ir priekšlikums, kas atbilst tam, kā ir tagad.
agenda-draft-unsatisfied = Ko neizdevās ievērot
agenda-draft-all-satisfied = Viss ir ielikts, un vienlaikus nenotiek nekas, ko vēlas vieni un tie paši cilvēki.
agenda-draft-too-long = Vajag { $n } min, bet neviens jūsu laika posms nav garāks par { $longest } min.
agenda-draft-no-such-room = Nevienā telpā nav tik daudz vietu, cik cilvēku gaidāms.
agenda-draft-rooms-small = Gaidāmo cilvēku skaits ir { $n }, bet lielākajā no šīm telpām ir vietas tikai { $holds }.
agenda-draft-absent = { $name } var būt klāt tikai { $hours }; jūsu stundās tas ir mazāk nekā vajadzīgās { $n } min.
agenda-draft-absent-always = { $name } pasākuma laikā nevar būt klāt.
agenda-draft-voices-apart = Tie, kas runā, nekad nav klāt vienlaikus tik ilgi, cik vajag.
agenda-draft-no-hole = Starp to, kas paliek savā vietā, nav { $n } min gara brīva brīža; garākais ir { $longest } min.
agenda-draft-taken = Vairs nav { $n } min gara brīva brīža: to aizņem tas, ko vēlas vairāk cilvēku vai kas iederas labāk.
agenda-draft-mend-setup = Telpas un runātāju laiki
agenda-draft-mend-settings = Mainīt stundas
agenda-draft-mend-agenda = Kaut ko pārcelt darba kārtībā
agenda-draft-clash = „{ $one }” un „{ $other }” notiek vienlaikus, un { $n ->
    [zero] abas vēlas { $n } cilvēku
    [one] abas vēlas { $n } cilvēks
   *[other] abas vēlas { $n } cilvēki
}.
agenda-draft-clash-few = „{ $one }” un „{ $other }” notiek vienlaikus, un abas vēlas mazāk nekā 5 cilvēki.
agenda-draft-list = Kā saraksts
agenda-draft-anew = Ielikta no jauna
agenda-draft-new = Jauna
agenda-draft-votes = { $n ->
    [zero] Vēlas { $n } cilvēku
    [one] Vēlas { $n } cilvēks
   *[other] Vēlas { $n } cilvēki
}
agenda-draft-objective = Kā tas izraudzīts
agenda-draft-objective-note = No divām darba kārtībām labāka ir tā, kas ir labāka pirmajā no šiem punktiem, kurā tās atšķiras.
agenda-draft-from-round = Ko cilvēki vēlas, nosaka { $number }. balsojums ({ $n ->
    [zero] { $n } biļetenu
    [one] { $n } biļetens
   *[other] { $n } biļeteni
}).
agenda-draft-from-supports = Ko cilvēki vēlas, nosaka tas, cik daudzi tematu atbalsta; balsojumu neskaita.
agenda-draft-point-placed = Pēc iespējas vairāk no tā, ko vēlas: { $n ->
    [zero] ielikti
    [one] ielikts
   *[other] ielikti
} { $n } no { $all }. To minūtes, katra tik reižu, cik cilvēku to vēlas, un vēl vienu reizi, ir { $value } no { $ideal }.
agenda-draft-point-collisions = { $n ->
    [0] Vienlaikus nenotiek nekas, ko vēlas vieni un tie paši cilvēki.
    [zero] Vienlaikus pēc iespējas mazāk tā, ko vēlas vieni un tie paši cilvēki: skaitot par katru pāri, abas vēlas { $n } cilvēku.
    [one] Vienlaikus pēc iespējas mazāk tā, ko vēlas vieni un tie paši cilvēki: skaitot par katru pāri, abas vēlas { $n } cilvēks.
   *[other] Vienlaikus pēc iespējas mazāk tā, ko vēlas vieni un tie paši cilvēki: skaitot par katru pāri, abas vēlas { $n } cilvēki.
}
agenda-draft-point-night = { $n ->
    [0] Nekas no jaunā tiem, kas seko tiešsaistē, nav naktī.
   *[other] Pēc iespējas mazāk naktī tiem, kas seko tiešsaistē: { $n } min, skaitot par katru cilvēku un vairāk par to, ko vēlas daudzi.
}
agenda-draft-point-early = Agrs sākums un maz tukšumu: no jūsu stundu sākuma līdz katras sesijas sākumam kopā { $n } min.
agenda-draft-proven = Pierādīts: neviena cita darba kārtība šajā ziņā nav labāka.
agenda-draft-unproven = Atvēlētajā laikā nekas labāks nav atrasts; nav pierādīts, ka nekā labāka nav.
agenda-break-title = Kā to sauc?
agenda-warning-late-here = { $n ->
    [zero] Nakts { $n } cilvēkiem tiešsaistē
    [one] Nakts { $n } cilvēkam tiešsaistē
   *[other] Nakts { $n } cilvēkiem tiešsaistē
}
