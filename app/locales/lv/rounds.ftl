round-opens = Balsošana sākas { $opens } un beidzas { $closes }.
round-open-until = Balsot var līdz { $closes }. Līdz tam neviens neredz, kā sadalās balsis.
round-waiting = Balsošana vēl nav sākusies.
round-waiting-next = Balsot varēs tie, kas tās sākumā būs reģistrējušies pasākumam.
round-waiting-anyone = Balsot varēs tie, kas tās sākumā būs reģistrējušies pasākumam. Ieejiet un laikus reģistrējieties.
round-not-entitled = Šajā kārtā jūs balsot nevarat.
round-not-entitled-why = Balso tie, kas tās sākumā bija reģistrējušies – ar vietu vai rindā. Rezultātu varēsiet redzēt arī jūs.
round-register = Reģistrēties pasākumam
round-sign-in = Lai balsotu, ieejiet.
round-sign-in-why = Balso tie, kas kārtas sākumā bija reģistrējušies.
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
round-too-late = Kārta bija beigusies, pirms pienāca jūsu balss.
round-you-voted = Jūs esat nobalsojuši.
round-you-voted-next = Šis ir jūsu biļetens; līdz balsošanas beigām to var mainīt.
round-how = Kā tas notiek
round-sealed-until = Neviens, arī rīkotāji, neredz starprezultātus.
round-secret = Aizklāta: līdz beigām tas, kurš var lasīt strādājošu datubāzi, varētu savienot biļetenus ar balsotājiem; beigās tas, kas tos savieno, tiek iznīcināts.
round-not-secret = Atklāta: pie biļeteniem paliek to nodevēju vārdi.
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
round-satisfaction = Vidēji no viena biļetena izvēlēti { $mean } temati; no vismazāk uzklausītā – { $least }.
round-approval = Atbalsta balsojums.
round-approval-secret = Aizklāts atbalsta balsojums.
round-score = Vērtējuma balsojums.
round-score-secret = Aizklāts vērtējuma balsojums.
round-closed = Beidzās { $closed }.
round-turnout = Nobalsoja { $voted } no { $n }, kas varēja balsot.
round-destroyed = Tas, no kā nācis biļetens, beigās iznīcināts.
round-chosen = Izvēlēti
round-not-chosen = Nav izvēlēti
round-not-chosen-note = Atveriet rindu, lai redzētu, kāpēc. Katram pienākas atbilde.
round-none-chosen = Nav izvēlēts neviens temats.
round-all-chosen = Izvēlēti visi temati.
round-heard = Kas ir uzklausīti
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
round-why-no-room = Tam vajag { $needs } minūtes, bet bija atlikušas tikai { $left }.
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
round-method-approval = Atbalsts
round-method-approval-note = Katrs atzīmē tematus, ko vēlas. Vienkārši un godīgi pret tiem, kas vēlas vairākus.
round-method-score = Vērtējums
round-method-score-note = Katrs dod katram tematam no 0 līdz 5.
round-opens-at = Sākums
round-opens-note = Pēc { $place } laika. Ja nav norādīts – tūlīt.
round-closes-at = Beigas
round-closes-note = Pēc { $place } laika.
round-minutes = Cik darba kārtības minūšu jāaizpilda
round-minutes-note = Tematus ņem, kamēr tie ietilpst.
round-winners = Cik tematu ne vairāk
round-max-choices = Cik atzīmju biļetenā ne vairāk
round-secret-choice = Aizklāts
round-make = Izveidot balsojumu
round-made = Balsojums ir izveidots.
