topics-title = Temati · { $event }
topics-heading = Temati
topics-sub = Līdz šim { $n ->
    [zero] { $n } tematu
    [one] { $n } temats
   *[other] { $n } temati
}, kam kopā vajag { $minutes } { $minutes ->
    [zero] minūšu
    [one] minūti
   *[other] minūtes
}.
topics-orders = Secība un izvēle
topics-most = Visvairāk atbalstītie
topics-newest = Jaunākie
topics-few = Maz redzētie
topics-mine = Mani
topics-all = Visi temati
topics-none = Tematu vēl nav.
topics-none-next = Pirmais dod toni. To var pieteikt bez vārda, latviski vai angliski.
topics-none-mine = Jūs šeit vēl neesat pieteikuši vai atbalstījuši nevienu tematu.
topics-none-mine-next = Vispirms pārskatiet citus: bieži vien labākais atbalsts pienākas tam, kas jau ir.
topics-minutes = { $n } min
topics-support-it = { $n ->
    [zero] atbalsta
    [one] atbalsta
   *[other] atbalsta
}
topics-support = Atbalstīt
topics-supported = Atbalstīts
topics-anonymous = Pieteikts bez vārda
topics-no-name = Vārds atsaukts
topics-over = Šim pasākumam tematus vairs nepieņem.
topics-propose = Pieteikt tematu
topics-sign-in = Tematus piesaka tie, kas piedalās. Ieejiet ar savu e-pasta adresi; parole nav vajadzīga.
topics-sign-in-do = Ieiet un pieteikt
topics-what = Par ko būtu jārunā?
topics-minutes-needed = Cik minūšu tam vajag
topics-why = Kāpēc, un kam no tā jāiznāk?
topics-without-name = Bez mana vārda
topics-without-name-note = Nevienam, arī rīkotājiem, nav redzams, kas to pieteica.
topics-propose-do = Pieteikt
topics-like = { $n ->
    [zero] Jau ir { $n } ļoti līdzīgu.
    [one] Viens ļoti līdzīgs jau ir.
    [2] Divi ļoti līdzīgi jau ir.
    [3] Trīs ļoti līdzīgi jau ir.
   *[other] Jau ir { $n } ļoti līdzīgi.
}
topics-like-next = Atbalstiet to, kas jau ir, vai turpiniet, ja jūsējais ir citāds.
topic-proposed = Jūsu temats ir pievienots. Tagad citi to var atbalstīt.
topic-supported = Jūs atbalstāt šo tematu.
topic-unsupported = Jūs šo tematu vairs neatbalstāt.
topic-changed = Temats ir mainīts.
topic-is-proposed = Pieteikts
topic-is-merged = Apvienots
topic-is-shortlisted = Atlasīts
topic-is-scheduled = Darba kārtībā
topic-is-answered = Atbildēts
topic-is-declined = Noraidīts
topic-all = Visi šī pasākuma temati
topic-status = Kas ar to notiek
topic-minutes = Vajadzīgais laiks
topic-by = Pieteica
topic-origin = Nāk no
topic-support = Atbalsts
topic-supporters = { $n ->
    [0] To vēl neviens neatbalsta.
    [zero] To atbalsta { $n } cilvēku.
    [one] To atbalsta { $n } cilvēks.
   *[other] To atbalsta { $n } cilvēki.
}
topic-you-support = Jūs esat starp tiem.
topic-sign-in = Ieiet, lai atbalstītu
topic-manage = Rīkotājiem
topic-manage-to = Kas ar to notiks?
topic-manage-reason = Pamatojums
topic-manage-reason-note = To redz visi. Tas jānorāda, ja uz tematu atbild vai to noraida.
topic-manage-do = Mainīt
topic-on = { $day }
topics-into = ar tematu
topic-supported-by = { $n ->
    [0] To neviens neatbalstīja.
    [zero] To atbalstīja { $n } cilvēku.
    [one] To atbalstīja { $n } cilvēks.
   *[other] To atbalstīja { $n } cilvēki.
}
