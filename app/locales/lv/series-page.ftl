series-of = Sēriju rīko
series-edit = Mainīt sēriju
series-dates = Nākamās dienas
series-dates-note = Pēc noteikuma, pirms vēl kas cits par tām zināms. Provizoriska diena vēlāk tiek apstiprināta vai atcelta.
series-none = Noteikums vairāk dienu nedod.
series-none-why = Bijušais ir zemāk.
series-moved = pārcelts no { $day }
series-announce-ideal = Izziņot līdz
series-announce-minimum = Vēlākais līdz
series-deadline-met = ievērots
series-deadline-missed = nokavēts
series-make = Izveidot pasākumu
series-past = Bijušie
series-none-past = Vēl neviens nav noticis.
series-calendar = Jūsu kalendārā
series-calendar-note = Viena adrese visiem pasākumiem. Provizorisks datums tajā pats kļūst par apstiprinātu; divreiz to neredzēsiet.
series-feed = Šīs sērijas kalendāra adrese

years-title = Nākamie desmit gadi
years-caption = Ko noteikums dod nākamajos desmit gados
years-day = Diena
years-place = Vieta
years-clock = Pulkstenis tur
years-near = Svētki tuvumā
years-near-note = Svētku dienas: { $country }, līdz { $n } dienām pirms vai pēc, zināmas { $known }.
years-by = Jāizziņo līdz
years-how = Cik droši
borne-title = Kas ko panesis
borne-note = Grūtums pa vietām: 0 darba laikā, 128 nakts vidū. Grupas, kurās ir mazāk par pieciem, rādītas kopā.
borne-nobody = Līdz šim nevienam nav bijis jāceļas naktī.
borne-short = { $n ->
    [zero] { $n } norisēs
    [one] { $n } norisē
   *[other] { $n } norisēs
} visvairāk panesusi ir { $place }: { $pain }. Vietu atšķirība ir { $spread }; nākamo laiku meklē tā, lai tā mazinātos.
borne-caption = Ko līdzšinējās norises prasījušas katrai vietai
borne-sum = kopā
borne-others = Mazākas grupas
borne-free = { $n ->
    [zero] { $n } citām vietām nav bijis jāpanes gandrīz nekas.
    [one] { $n } citai vietai nav bijis jāpanes gandrīz nekas.
   *[other] { $n } citām vietām nav bijis jāpanes gandrīz nekas.
}
