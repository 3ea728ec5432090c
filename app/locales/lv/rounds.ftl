round-opens = Balsošana sākas { $opens } un beidzas { $closes }.
round-open-until = Balsot var līdz { $closes }. Līdz tam neviens neredz, kā sadalās balsis.
round-waiting = Balsošana vēl nav sākusies.
round-waiting-next = Balsot varēs tie, kas tās sākumā būs reģistrējušies pasākumam.
round-waiting-anyone = Balsot varēs tie, kas tās sākumā būs reģistrējušies pasākumam. Ieejiet un laikus reģistrējieties.
round-not-entitled = Šajā balsojumā jūs balsot nevarat.
round-not-entitled-why = Balso tie, kas tā sākumā bija reģistrējušies – ar vietu vai rindā. Rezultātu varēsiet redzēt arī jūs.
round-register = Reģistrēties pasākumam
round-sign-in = Lai balsotu, ieejiet.
round-sign-in-do = Ieiet
round-topics = Temati, par kuriem balso
round-which = Kuriem no šiem būtu jābūt darba kārtībā?
round-choose = Atzīmējiet, cik vēlaties.
round-choose-most = { $n ->
    [zero] Atzīmējiet ne vairāk kā { $n }.
    [one] Atzīmējiet ne vairāk kā { $n }.
   *[other] Atzīmējiet ne vairāk kā { $n }.
}
round-minutes-after = { " " }({ $n } min)
round-ballot = Biļetens
round-vote = Nodot balsi
round-replace = Mainīt balsi
round-voted = Jūsu balss ir nodota. Līdz balsošanas beigām to var mainīt.
round-too-late = Balsojums bija beidzies, pirms pienāca jūsu balss.
round-you-voted = Jūs esat nobalsojuši.
round-you-voted-next = Šis ir jūsu biļetens; līdz balsošanas beigām to var mainīt.
round-how = Kā tas notiek
round-sealed-until = Neviens, arī rīkotāji, neredz starprezultātus.
round-secret = Aizklāts: līdz beigām tas, kurš var lasīt strādājošu datubāzi vai salīdzināt pa to laiku veidotas rezerves kopijas, varētu savienot biļetenus ar balsotājiem; beigās tas, kas tos savieno, tiek iznīcināts.
round-rule-both = Ņem visvairāk atbalstītos tematus, ne vairāk kā { $n }, kamēr tie ietilpst { $minutes } minūtēs.
round-rule-winners = { $n ->
    [zero] Ņem { $n } visvairāk atbalstīto tematu.
    [one] Ņem { $n } visvairāk atbalstīto tematu.
   *[other] Ņem { $n } visvairāk atbalstītos tematus.
}
round-rule-minutes = Ņem visvairāk atbalstītos tematus, kamēr tie ietilpst { $minutes } minūtēs.
round-rule-all = Ņem katru tematu, ko kāds atbalsta.
round-outcome-minutes = { $n ->
    [zero] { $n } no { $all } tematiem aizņem
    [one] { $n } no { $all } tematiem aizņem
   *[other] { $n } no { $all } tematiem aizņem
} { $used } no { $minutes } minūtēm.
round-outcome = { $n ->
    [zero] Izvēlēti { $n } no { $all } tematiem.
    [one] Izvēlēts { $n } no { $all } tematiem.
   *[other] Izvēlēti { $n } no { $all } tematiem.
}
round-heard-of = { $covered } no { $n } balsotājiem ir izvēlēts vismaz viens viņu temats.
round-satisfaction = Vidēji no viena biļetena izvēlēti { $mean } temati; no biļetena, kuram to ir vismazāk, – { $least }.
round-approval = Atbalsta balsojums.
round-approval-secret = Aizklāts atbalsta balsojums.
round-score = Vērtējuma balsojums.
round-score-secret = Aizklāts vērtējuma balsojums.
round-closed = Beidzās { $closed }.
round-turnout = Nobalsoja { $voted } no { $n }, kas varēja balsot.
round-destroyed = Tas, kas biļetenus saistīja ar balsotājiem, beigās tika iznīcināts.
round-chosen = Izvēlēti
round-not-chosen = Nav izvēlēti
round-not-chosen-note = Atveriet rindu, lai redzētu, kāpēc. Katram pienākas atbilde.
round-none-chosen = Nav izvēlēts neviens temats.
round-all-chosen = Izvēlēti visi temati.
round-heard = Kuri ir sadzirdēti
round-votes = { $n ->
    [zero] { $n } balsu
    [one] { $n } balss
   *[other] { $n } balsis
}, { $minutes } min
round-points = { $n ->
    [zero] { $n } punktu
    [one] { $n } punkts
   *[other] { $n } punkti
}, { $minutes } min
round-why = Kāpēc šis.
round-why-not = Kāpēc ne.
round-why-taken = To atbalsta { $n } no { $voted } biļeteniem.
round-why-taken-minutes = Atbalsts { $n } no { $voted } biļeteniem. Tas aizņem { $minutes } minūtes un atstāj { $left }.
round-why-no-room = Kad līdz tam nonāca, { $left ->
    [0] brīvu minūšu vairs nebija
    [zero] brīvas bija { $left } minūtes
    [one] brīva bija { $left } minūte
   *[other] brīvas bija { $left } minūtes
}, bet tam vajag { $needs }.
round-why-unsupported = To neviens neatbalstīja.
round-why-enough = { $n ->
    [zero] Bija jāizvēlas { $n } tematu, un tie jau bija izvēlēti.
    [one] Bija jāizvēlas { $n } temats, un tas jau bija izvēlēts.
   *[other] Bija jāizvēlas { $n } temati, un tie jau bija izvēlēti.
}
round-apply = Atlasīt izvēlētos tematus
round-apply-note = Tie kļūst par atlasītiem, un visi to redz tematu lapās.
round-applied = Izvēlētie temati ir atlasīti.
round-is-applied = Izvēlētie temati ir atlasīti.
round-new = Balsojums par tematiem
round-title = Ko izlemj?
round-title-note = Pietiek ar vienu valodu.
round-method = Kā skaita?
round-opens-at = Sākums
round-opens-note = Pēc { $place } laika. Ja nav norādīts – tūlīt.
round-closes-at = Beigas
round-closes-note = Pēc { $place } laika.
round-minutes = Cik darba kārtības minūšu jāaizpilda
round-minutes-note = Tematus ņem, kamēr tie ietilpst.
round-winners = Lielākais tematu skaits
round-max-choices = Lielākais atzīmju skaits biļetenā
round-secret-choice = Aizklāts
round-make = Izveidot balsojumu
round-made = Balsojums ir izveidots.
round-not-secret = Atklāts: pēc beigām tie, kas varēja balsot, un rīkotāji redz katru biļetenu ar balsotāja vārdu.
round-order = Vispirms ir temati, ko redzējuši nedaudzi; pārējo secība ir izlozēta tieši jums.
round-method-approval = Atbalsts
round-method-approval-note = Katrs atzīmē tematus, ko vēlas. Vienkārši un godīgi pret tiem, kas vēlas vairākus.
round-method-score = Vērtējums
round-method-score-note = Katrs dod katram tematam no 0 līdz 5.
round-method-ranked = Sarindošana
round-method-ranked-note = Katrs sarindo tematus. Pirmais ir tas, kas pa vienam uzvar visus pārējos (Šulces metode).
round-method-equal-shares = Vienādas daļas
round-method-equal-shares-note = Minūtes sadala vienādi starp biļeteniem, un tie, kas tematu vēlas, par to maksā kopā. Arī neliela grupa saņem savu dienas daļu. Jānorāda aizpildāmās minūtes.
round-shares-more = Vairāk par vienādām daļām
round-kind = Ko jautā biļetens?
round-kind-approve = Kurus tematus
round-kind-approve-note = Atzīmes, kā atbalsta balsojumā.
round-kind-scores = Cik ļoti
round-kind-scores-note = Katram tematam no 0 līdz 5.
round-utility-item = Visi temati ir līdzvērtīgi, lai cik gari tie būtu
round-utility-item-note = Citādi stunda tiem, kas to vēlas, ir divreiz vērtīgāka par pusstundu.
round-voters = Kas drīkst balsot?
round-voters-registered = Balso tie, kas balsojuma sākumā ir reģistrējušies pasākumam – ar vietu vai rindā.
round-voters-registered-note = Parasti tā.
round-voters-members = Balso tie, kam rīkotājorganizācijā ir kāda loma.
round-voters-members-note = Tam, ko rīkotāji izlemj savā starpā.
round-voters-audience = Balso rīkotāju izvēlēts loks.
round-voters-audience-note = Cilvēki, kas piekrituši saziņai, pēc jomas, valsts vai kompetences.
round-audience = Kāds loks
round-quorum = Cik cilvēkiem jānobalso, lai balsojums būtu spēkā
round-quorum-note = Ja nobalso mazāk, rezultātu rāda, bet neizmanto.
round-quorum-needed = { $n ->
    [zero] Balsojums ir spēkā, ja nobalso vismaz { $n } cilvēku.
    [one] Balsojums ir spēkā, ja nobalso vismaz { $n } cilvēks.
   *[other] Balsojums ir spēkā, ja nobalso vismaz { $n } cilvēki.
}
round-quorum-reached = Kvorums ({ $n }) ir sasniegts.
round-quorum-missed = Kvorums ({ $n }) nav sasniegts: no šī balsojuma nekas neizriet.
round-how-much = Cik ļoti tam jābūt darba kārtībā?
round-score-help = 0 – nemaz, 5 – ļoti.
round-score-shares = 0 – nemaz, 5 – ļoti. Jūsu minūšu daļa aiziet tematiem, kam dodat visvairāk.
round-which-order = Kādā secībā?
round-rank-help = Labākajam tematam dodiet 1. vietu. Divi temati var dalīt vietu; ko neierindojat, tas paliek pēdējais.
round-rank-most = { $n ->
    [zero] Ierindojiet ne vairāk kā { $n } tematu. Divi var dalīt vietu.
    [one] Ierindojiet ne vairāk kā { $n } tematu. Divi var dalīt vietu.
   *[other] Ierindojiet ne vairāk kā { $n } tematus. Divi var dalīt vietu.
}
round-place = { $n }. vieta
round-unranked = Nav ierindots
round-rule-ranked = Pirmais ir tas, ko, salīdzinot pa vienam, nepārspēj neviens cits.
round-rule-shares = { $minutes } minūtes sadala vienādi starp biļeteniem; tematu izvēlas, ja tie, kas to vēlas, kopā var samaksāt tā minūtes. Atlikušo aizpilda pēc atbalsta.
round-rule-at-most = { $n ->
    [zero] Izvēlas ne vairāk kā { $n } tematu.
    [one] Izvēlas ne vairāk kā { $n } tematu.
   *[other] Izvēlas ne vairāk kā { $n } tematus.
}
round-rule-item = Visi temati ir līdzvērtīgi, lai cik gari tie būtu.
round-ranked = Sarindošanas balsojums.
round-ranked-secret = Aizklāts sarindošanas balsojums.
round-shares = Vienādu daļu balsojums.
round-shares-secret = Aizklāts vienādu daļu balsojums.
round-minutes-title = Minūtes
round-share = Katram biļetenam bija vienāda daļa: { $minutes } minūtes uz { $n }, katram { $share }.
round-share-raised = Katram biļetenam bija vienāda daļa: { $minutes } minūtes uz { $n }, palielināta līdz { $share }, lai laiks aizpildītos.
round-budget-said = Aizņemtas { $used } no { $minutes } minūtēm, brīvas { $left }.
round-budget-part = { $n }. temats: { $minutes } min
round-budget-numbers = Tematu numuri
round-budget-line = līnija: { $minutes } min
round-beats = pārspēj { $n }, { $minutes } min
round-why-bought-first = { $n ->
    [zero] Tā { $n } atbalstītāju
    [one] Tā { $n } atbalstītājs
   *[other] Tā { $n } atbalstītāji
} maksāja pa { $price } min, un lielāka atbalsta nebija nevienam tematam: tas nopirkts pirmais.
round-why-bought = { $n ->
    [zero] Tā { $n } atbalstītāju
    [one] Tā { $n } atbalstītājs
   *[other] Tā { $n } atbalstītāji
} maksāja pa { $price } minūtēm.
round-why-bought-short = No tā { $n } atbalstītājiem { $short } bija atlicis mazāk, un tie atdeva savas daļas atlikumu; pārējie maksāja pa { $price } minūtēm.
round-why-bought-points = { $n ->
    [zero] Tā { $n } atbalstītāju
    [one] Tā { $n } atbalstītājs
   *[other] Tā { $n } atbalstītāji
} maksāja { $price } minūtes par katru tam doto punktu.
round-why-bought-points-short = No tā { $n } atbalstītājiem { $short } bija atlicis mazāk, un tie atdeva savas daļas atlikumu; pārējie maksāja { $price } minūtes par katru tam doto punktu.
round-why-filled = Atlika { $minutes } min, ko neviena grupa nevarēja nopirkt. No tematiem, kas vēl ietilpst, šim ir lielākais atbalsts ({ $n }).
round-why-unspent = { $n ->
    [zero] Tā { $n } atbalstītājiem
    [one] Tā { $n } atbalstītājam
   *[other] Tā { $n } atbalstītājiem
} no vajadzīgajām { $needs } minūtēm bija atlikušas { $unspent }.
round-why-served = Cits temats darba kārtībā ir { $n } no tiem.
round-why-beats = Salīdzinot pa vienam, tas pārspēj { $n } no { $all } citiem, un to pārspēj { $beaten }.
round-why-fits = Tas aizņem { $minutes } minūtes un atstāj { $left }.
round-why-beaten = { $n ->
    [zero] To pārspēj { $n } tematu, vispirms
    [one] To pārspēj { $n } temats:
   *[other] To pārspēj { $n } temati, vispirms
} { $number }., ko augstāk likuši { $ahead } biļeteni, zemāk – { $behind }.
round-compared = Ja vienkārši uzvarētu temati, kas ir visvairāk biļetenos, vismaz viens savs temats būtu { $n } balsotājiem, vidēji { $mean }.
round-compared-same = Ja skaitītu, kuri temati ir visvairāk biļetenos, iznāktu tas pats.
round-pairs = Pa vienam
round-pairs-caption = Cik biļetenos rindas temats likts augstāk par ailes tematu
round-pairs-note = Cik biļetenos rinda likta augstāk par aili; tas, kas uzvarējis tieši, ir tumšs.
round-topic-number = { $n }. temats
round-steps = Katrs solis skaitļos
round-step-topic = Temats
round-step-what = Kas notika
round-step-minutes = Minūtes
round-step-support = Atbalsts
round-step-left = Atlikušās minūtes
round-step-price = Katrs maksāja
round-step-bought = nopirkts
round-step-filled = aizpildīja atlikumu
round-step-taken = paņemts
round-step-no-room = neietilpa
round-step-unsupported = neviens nevēlējās
round-step-enough = izvēlēto jau bija gana
round-file-result = Rezultāts kā tabula (.csv)
round-file-ballots = Saskaitiet paši: biļeteni bez vārdiem (.csv)
round-file-pb = Citām skaitīšanas programmām (.pb)
round-file-toi = Citām skaitīšanas programmām (.toi)
round-few-ballots = Ja biļetenu ir mazāk nekā 10, tos pa vienam nerāda: tos būtu pārāk viegli uzminēt.
round-roll = Kas kā balsoja
round-roll-note = Balsojums bija izsludināts kā atklāts. To redz tikai tie, kas varēja balsot, un rīkotāji.
round-roll-name = Vārds
round-roll-ballot = Biļetens, pēc tematu numuriem
round-roll-score = { $n } ({ $score })
round-roll-nothing = tukšs
round-nameless = bez vārda
round-others = Citi balsojumi
round-another = Izveidot vēl vienu balsojumu
round-phase-waiting = vēl nav sācies
round-phase-open = notiek
round-phase-closed = beidzies
round-ballot-kept = Serveris ir atjaunots no rezerves kopijas, kas jūsu biļetenu no citiem neatšķir: tas paliek, kāds ir, un tiks skaitīts.
round-why-bought-cheapest = { $n ->
    [zero] Tā { $n } atbalstītāju
    [one] Tā { $n } atbalstītājs
   *[other] Tā { $n } atbalstītāji
} maksāja pa { $price } min: tas bija lētākais no visiem, tāpēc nopirkts pirmais.
round-why-filled-length = Atlika { $minutes } min, ko neviena grupa nevarēja nopirkt. No tematiem, kas vēl ietilpst, šim ir lielākais atbalsts savam garumam ({ $n }).
round-why-beaten-chain = { $n ->
    [zero] To pārspēj { $n } tematu, vispirms
    [one] To pārspēj { $n } temats:
   *[other] To pārspēj { $n } temati, vispirms
} { $number }., ar citu starpniecību: šī salīdzinājumu ķēde uzvar ar { $ahead } biļeteniem, pretējā – ar { $behind }.
round-nobody-voted = Neviens nenobalsoja.
round-kept-here = Bez savienojuma jūsu balss glabājas tikai šajā ierīcē. Kamēr šī lapa ir atvērta, tā tiks nosūtīta, tiklīdz savienojums būs; ja atgriezīsieties vēlāk, tā būs veidlapā: pārskatiet un nosūtiet to. Pēc balsojuma beigām to vairs nevarēs ieskaitīt.
