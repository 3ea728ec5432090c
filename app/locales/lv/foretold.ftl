foretold-title = Pirms saglabāšanas
foretold-changes = Kas mainās
foretold-who = Kas par to uzzinās
foretold-now = { $n ->
    [zero] Vēstuli ar ierakstu uzreiz saņems { $n } cilvēku.
    [one] Vēstuli ar ierakstu uzreiz saņems { $n } cilvēks.
   *[other] Vēstuli ar ierakstu uzreiz saņems { $n } cilvēki.
}
foretold-now-second = { $n ->
    [zero] Vēstuli uzreiz saņems { $n } cilvēku, kam ērtāka ir otrā reize.
    [one] Vēstuli uzreiz saņems { $n } cilvēks, kam ērtāka ir otrā reize.
   *[other] Vēstuli uzreiz saņems { $n } cilvēki, kam ērtāka ir otrā reize.
}
foretold-second-stays = Viņu kalendāros nekas nemainās; kam labāk der otrā reize, tas to izvēlas pats.
foretold-later = { $n ->
    [zero] Uzreiz vēstuli nesaņems neviens; vēlāk klusu vēstuli saņems { $n } cilvēku.
    [one] Uzreiz vēstuli nesaņems neviens; vēlāk klusu vēstuli saņems { $n } cilvēks.
   *[other] Uzreiz vēstuli nesaņems neviens; vēlāk klusu vēstuli saņems { $n } cilvēki.
}
foretold-later-when = Sīkas izmaiņas tiek apkopotas: ja nekas vairs nemainīsies, vēstule aizies { $when }; ja mainīsies, mazliet vēlāk, un pastāstīs visu kopā.
foretold-confirmed = { $n ->
    [zero] { $n } cilvēku ar vietu
    [one] { $n } cilvēks ar vietu
   *[other] { $n } cilvēki ar vietu
}
foretold-waiting = { $n ->
    [zero] { $n } gaidītāju rindā
    [one] { $n } gaidītāju rindā
   *[other] { $n } gaidītāju rindā
}
foretold-invited = { $n ->
    [zero] { $n } uzaicinātu, bez vietas
    [one] { $n } uzaicināts, bez vietas
   *[other] { $n } uzaicināti, bez vietas
}
foretold-promoted = { $n ->
    [zero] Vietu tagad iegūs un par to vēstuli saņems { $n } cilvēku no gaidītāju rindas.
    [one] Vietu tagad iegūs un par to vēstuli saņems { $n } cilvēks no gaidītāju rindas.
   *[other] Vietu tagad iegūs un par to vēstuli saņems { $n } cilvēki no gaidītāju rindas.
}
foretold-new-version = Kalendāros tā būs tā paša ieraksta jauna versija; dažas programmas lūgs atbildēt vēlreiz.
foretold-same-version = Ieraksta versija paliek tā pati; atbildēt vēlreiz nevienam nebūs jālūdz.
foretold-letter = Vēstule
foretold-letter-note = Tās sākums; katrs to lasa savā valodā, ar savu laiku līdzās.
foretold-subject = Temats:
foretold-send = Nosūtīt un saglabāt
foretold-and-send = { $step } un nosūtīt
foretold-overtaken = Pa to laiku šo pasākumu ir mainījis kāds cits
foretold-overtaken-why = Vēl nekas nav saglabāts. Zemāk redzams, kāds pasākums ir tagad un kāds tas kļūtu, ja saglabātu jūsu variantu.
foretold-overtaken-status = Vēl nekas nav izdarīts. Zemāk redzams, kāds pasākums ir tagad; ja viss ir pareizi, turpiniet.

changes-what = Kas
changes-before = Līdz šim
changes-after = Turpmāk
changes-none = Nekas nemainītos.
changes-nothing = nav
changes-own-time = Jūsu laiks ({ $place })
changes-opens = Sākas reģistrācija
changes-closes = Beidzas reģistrācija
changes-not-offered = nepiedāvā
changes-no-limit = bez ierobežojuma
changes-places = { $n ->
    [zero] { $n } vietu
    [one] { $n } vieta
   *[other] { $n } vietas
}
changes-yes = jā
changes-no = nē
