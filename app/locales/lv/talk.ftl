talk-name = Diskusija
talk-count = { $n ->
    [0] Vēl nekas nav teikts
    [zero] { $n } komentāru
    [one] { $n } komentārs
   *[other] { $n } komentāri
}
talk-none = Par to vēl neviens neko nav teicis.
talk-none-next = Sākumam pietiek ar jautājumu.
talk-say = Ko sakāt jūs?
talk-say-note = To lasa visi, kas redz tematu. Rindkopas, saraksti un saites darbojas kā Markdown.
talk-say-do = Pateikt
talk-sign-in = Ieiet, lai ko teiktu
talk-closed = Šeit vairs nekas netiek teikts.
talk-unnamed-note = Jūs tematu pieteicāt bez vārda. Ja atzīmēts, redzams tikai tas, ka to rakstījis temata autors.
talk-commented = Jūsu komentārs ir pievienots.
talk-by-author = Temata pieteicējs
talk-by-nobody = Vārds atsaukts
talk-changed = mainīts { $n ->
    [zero] { $n } reižu
    [one] { $n } reizi
   *[other] { $n } reizes
}, pēdējoreiz: { $day }
talk-answer = Atbildēt
talk-edit = Mainīt vai noņemt
talk-report = Ziņot
talk-hidden = Rīkotāji to paslēpuši:
talk-hidden-topic = Rīkotāji šī temata tekstu ir paslēpuši
talk-only-you = Uzrakstīto vēl redzat tikai jūs.
talk-removed = Autors šo komentāru ir noņēmis.
talk-comment-title = Komentārs
talk-before = Agrākās redakcijas
talk-before-note = Vecākā vispirms
talk-answer-title = Atbildēt uz komentāru
talk-your-answer = Jūsu atbilde
talk-answer-do = Nosūtīt atbildi
talk-edit-title = Mainīt savu komentāru
talk-your-words = Jūsu komentārs
talk-edit-do = Saglabāt
talk-edited = Jūsu komentārs ir mainīts. Agrāko tekstu joprojām var izlasīt.
talk-remove = Noņemt
talk-remove-note = Ja to noņemsiet, teksts un tas, kas tur bija agrāk, būs zudis. Paliks tikai rinda, ka te kaut kas ir bijis.
talk-removed-now = Jūsu komentārs ir noņemts.
talk-follow-name = Sekošana
talk-you-follow = Jūs sekojat šim tematam: jaunais redzams jūsu lapā.
talk-you-do-not-follow = Sekojiet tam, lai jaunais būtu redzams jūsu lapā.
talk-follow = Sekot
talk-unfollow = Vairs nesekot
talk-following = Jūs sekojat šim tematam.
talk-not-following = Jūs šim tematam vairs nesekojat.
talk-report-topic = Ziņot par šo tematu
report-title = Ziņot rīkotājiem
report-note = Rīkotāji izlasa iemeslu un izlemj. Nevienam nav redzams, kas ziņoja.
report-reason = Kas ar to nav kārtībā?
report-insult = Tas kādu aizskar vai tam draud
report-private = Tas atklāj kāda privātu lietu
report-confidential = Tas atklāj uzticēto vai to, kas nav publisks
report-off-topic = Tā ir reklāma vai tas uz šo neattiecas
report-other = Kas cits
report-text = Saviem vārdiem
report-do = Ziņot
report-sent = Paldies. Rīkotāji to apskatīs.
merge-done-title = Šis temats tagad ir daļa no cita
merge-support-stays = Jūsu atbalsts palika pie šī temata. Neviens to jūsu vietā nepārceļ.
merge-asked-title = Vai šis temats drīkst kļūt par daļu no cita?
merge-asked = To jums jautā rīkotāji. Ja piekritīsiet, šī lapa vedīs uz turieni; atbalstītāji izlems no jauna.
merge-unnamed = Jūsu vārds nevienam nebūs redzams, lai ko jūs atbildētu.
merge-accept = Piekrist apvienošanai
merge-refuse = Atstāt atsevišķi
merge-withdraw = Vairs nejautāt
merge-waits-title = Tas varbūt kļūs par daļu no cita temata
merge-waits = Rīkotāji ir jautājuši autoram, kurš vēl nav atbildējis.
merge-name = Apvienot ar citu
merge-into = Ar kuru tematu?
merge-into-note = Vispirms tiek jautāts autoram.
merge-propose = Jautāt autoram
merge-proposed = Autoram ir pajautāts.
merge-accepted = Temats tagad ir daļa no otra.
merge-refused = Temats paliek atsevišķi.
merge-withdrawn = Autoram vairs netiek jautāts.
timeline-name = Kas ar to noticis
timeline-note = Jaunākais pēdējais
timeline-proposed = Pieteikts.
timeline-merge-proposed = Rīkotāji jautā autoram, vai to apvienot ar tematu:
timeline-merge-refused = Autors to atstāj atsevišķi no temata:
timeline-merge-withdrawn = Rīkotāji vairs nejautā, vai to apvienot ar tematu:
timeline-merged = Ar autora piekrišanu tas kļuva par daļu no temata:
timeline-absorbed = Par daļu no tā kļuva temats:
timeline-chosen = Atlasīts balsojumā.
timeline-round = { $n }. balsojums
timeline-shortlisted = Rīkotāji to atlasīja.
timeline-scheduled = Ielikts darba kārtībā.
timeline-answered = Rīkotāji uz to atbildēja.
timeline-declined = Rīkotāji to noraidīja.
timeline-reopened = Atkal atvērts.
timeline-hidden = Rīkotāji tā tekstu paslēpa.
timeline-restored = Tā teksts atkal ir redzams.
timeline-recorded = Rīkotāji ierakstīja, kas no tā iznāca.
follows-title = Temati, kam sekojat
follows-sub = Ko pieteicāt, komentējāt vai izvēlējāties; vispirms tas, kurā kaut kas noticis visnesenāk.
follows-note = Kas jauns, kopš pēdējoreiz skatījāties
follows-new = { $n ->
    [zero] { $n } jaunumu
    [one] { $n } jaunums
   *[other] { $n } jaunumi
}
follows-nothing-new = Nekā jauna
follows-none = Jūs vēl nesekojat nevienam tematam.
follows-none-next = Jūs sekojat tam, ko piesakāt un komentējat, un varat sekot jebkuram citam.
follows-all = Visi temati, kam sekojat
gone-on-title = Turpinās citur
gone-on-note = Jūsu atbalstītie temati, kas tagad ir daļa no cita
gone-on-was = Jūs atbalstījāt:
moderation-title = Ziņotais
moderation-waiting = { $n ->
    [0] Nekas nav ziņots
    [zero] Ziņots par { $n } lietām
    [one] Ziņots par { $n } lietu
   *[other] Ziņots par { $n } lietām
}
moderation-none = Nekas negaida lēmumu.
moderation-none-next = Ja kāds ziņos par tematu vai komentāru, tas būs redzams šeit.
moderation-comment = Komentārs par tematu
moderation-topic = Temats
moderation-reports = Ko saka ziņojumi
moderation-decide = Izlemt
moderation-decision = Kas ar to notiks?
moderation-keep = Atstāt
moderation-keep-note = Tas paliek vai atkal ir redzams, ja bija paslēpts.
moderation-hide = Paslēpt
moderation-hide-note = Tā vietā visi redzēs jūsu pamatojumu. Autors uzrakstīto joprojām redz.
moderation-reason = Pamatojums
moderation-reason-note = Tiek publicēts paslēptā vietā. Pietiek ar vienu valodu.
moderation-do = Izlemt
moderation-decided = Ir izlemts.
stance-for = Par
stance-against = Pret
stance-neutral = Neitrāli
stance-all = Viss
stance-name = Kā cilvēki to vērtē
stance-note = Skaitīti cilvēki, nevis komentāri: katrs vienreiz, pēc pēdējā, ko teicis ar savu vārdu. Tas nav balsojums un neko neizšķir.
stance-yours = Kāda ir jūsu nostāja?
stance-yours-note = Tā redzama pie jūsu komentāra. Vēlāk to var mainīt; spēkā ir pēdējā.
talk-mention-note = Ar @ un vārdu uzrunāsiet kādu, kas te jau rakstījis, ar @autors – to, kas tematu pieteica. Nākamajā rītā pienāks vēstule, ja vien uzrakstītais līdz tam nebūs izlasīts.
talk-author-word = autors
topic-news-name = Vēstules par tematiem
topic-news-rhythm = Jaunais tematos, kuriem sekoju
topic-news-rhythm-help = Viena vēstule ar visu kopš iepriekšējās, no rīta pēc jūsu pulksteņa. Ja nekā jauna nav, tā nepienāk. Temati, ko pieteicāt bez vārda, tajā nekad nav: nedrīkst glabāt neko, kas jūs ar tiem saista. Jaunais tajos redzams šeit.
topic-news-daily = Katru dienu
topic-news-weekly = Reizi nedēļā, pirmdienās
topic-news-never = Nekad
topic-news-mentions = Rakstīt man, ja kāds komentārā mani uzrunā
topic-news-mentions-note = Nākamajā rītā, vienā vēstulē; arī tad, ja uzrunāts temata autors un tas esat jūs.
topic-news-saved = Jūsu izvēle par vēstulēm ir saglabāta.

timeline-passed = Rīkotāji to piedāvāja citam pasākumam.
timeline-pass-accepted = Pieņemts otrā pasākumā.
timeline-pass-declined = Otrā pasākumā nav pieņemts:
timeline-pass-withdrawn = Rīkotāji piedāvājumu citam pasākumam ir atsaukuši.
timeline-raised = Nodots šurp no cita pasākuma.
pass-title = Nodot tālāk citam pasākumam
pass-note = Lemj tā rīkotāji. Ja viņi to pieņem, tas tur kļūst par tematu ar savu tekstu, minūtēm un datnēm, un šī lapa pastāsta, kas ar to noticis. Neviena atbalsts līdzi nepāriet: tie, kas to atbalsta šeit, par to uzzina savā lapā un var to atbalstīt arī tur.
pass-note-named = Temata pieteicējs par to uzzina un arī tur ir tā autors. Ja otro pasākumu lasa vairāk cilvēku nekā šo, vārds, datnes un saites paliek šeit.
pass-note-unnamed = Tas pieteikts bez vārda, un tāds tas paliks arī tur.
pass-to = Kuram pasākumam?
pass-to-note = Gaidāmie pasākumi, kuros var pieteikt tematus. Katram tematu var piedāvāt vienreiz, ja vien piedāvājumu neatsaucat.
pass-do = Piedāvāt
pass-proposed = Temats piedāvāts otram pasākumam. Tā rīkotāji saņems vēstuli.
pass-withdrawn = Piedāvājums atsaukts. Tematu tur var piedāvāt vēlreiz.
pass-nowhere = Nav pasākuma, kam to nodot
pass-nowhere-why = Te būtu gaidāmie pasākumi, kuros var pieteikt tematus, izņemot tos, kuros šis temats jau ir bijis.
pass-way = Tā ceļš
pass-came = Izvirzīts pasākumā
pass-came-on = Nodots tālāk: { $day }
pass-waits = Piedāvāts, atbildes vēl nav:
pass-withdraw = Atsaukt piedāvājumu
pass-went = Pieņemts pasākumā
pass-declined = Nav pieņemts pasākumā
pass-stands = Tur tas tagad ir:
pass-some-briefing = tikšanās, ko rīkoja { $host }
pass-some-event = pasākums, ko rīko { $host }
passes-title = Citu piedāvātie temati
passes-none = Nekas negaida
passes-none-next = Kad cita pasākuma rīkotāji šim pasākumam piedāvās tematu, tas būs te.
passes-asked = piedāvāts: { $day }
passes-accept = Pieņemt
passes-decline = Noraidīt
passes-reason = Kāpēc ne?
passes-reason-note = Iemesls tiek publicēts tur, no kurienes temats nāk.
passes-accepted = Tagad tas ir temats šeit.
passes-declined = Temats ir noraidīts, un iemesls publicēts tur, no kurienes tas nāk.
