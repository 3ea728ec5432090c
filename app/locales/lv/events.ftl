events-title = Pasākumi
events-sub = Pa mēnešiem, arī nākamajos gados.
events-past = Notikušie pasākumi
events-past-sub = Jaunākie vispirms.
events-filters = Kādi pasākumi
events-by-kind = Pēc veida
events-by-host = Pēc rīkotāja
events-all-kinds = Visi
events-all-hosts = Visi rīkotāji
events-forums = Forumi
events-thematic = Tematiskās sanāksmes
events-briefings = Informatīvās tikšanās
events-written = Rakstveida procedūras
events-none = Pagaidām nekas nav izziņots.
events-none-next = Abonējiet visu publisko pasākumu kalendāru (adrese ir lapas apakšā): viss, ko izziņosim, tajā parādīsies pats.
events-none-past = Vēl nekas nav noticis.
events-none-past-next = Šeit būs notikušie pasākumi un to iznākumi.
events-none-such = Pašlaik nekā tāda nav.
events-none-such-next = Varbūt kas ir citā veidā vai pie cita rīkotāja.
events-show-all = Rādīt visus
events-to-past = Notikušie pasākumi
events-to-coming = Gaidāmie pasākumi

seats-room-open = klātienē vietu skaits nav ierobežots
seats-online-open = tiešsaistē vietu skaits nav ierobežots
seats-room-full = klātienē vietu vairs nav
seats-online-full = tiešsaistē vietu vairs nav
seats-room-waiting = klātienē vietu vairs nav, rindā { $n }
seats-online-waiting = tiešsaistē vietu vairs nav, rindā { $n }
seats-room-left = { $n ->
    [zero] klātienē vēl { $n } vietu
    [one] klātienē vēl { $n } vieta
   *[other] klātienē vēl { $n } vietas
}
seats-online-left = { $n ->
    [zero] tiešsaistē vēl { $n } vietu
    [one] tiešsaistē vēl { $n } vieta
   *[other] tiešsaistē vēl { $n } vietas
}
