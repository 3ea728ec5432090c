event-tab-procedure = Jautājumi un atbildes
procedure-agree = Piekrītu
procedure-disagree = Nepiekrītu
procedure-abstain = Atturos

procedure-opens = Atbildes pieņem no { $opens } līdz { $closes }.
procedure-open-until = Atbildes pieņem līdz { $closes }. Līdz tam neviens neredz, kas atbildēts.
procedure-closed = Termiņš beidzās { $closes }.
procedure-off = Procedūra ir atcelta: atbildes nepieņem, un no tām nekas neizriet.
procedure-sealed = Līdz termiņam nevienam, arī rīkotājiem, nav redzams, kas atbildēts; rīkotāji redz tikai to, kurš jau ir atbildējis.
procedure-named = Pēc termiņa tie, kam jautāts, un rīkotāji redz atbildes ar vārdiem, tāpat protokolā. Citi vārdus neredz.
procedure-unnamed = Atbildes nevienam nerāda ar vārdiem, arī protokolā ne; rīkotāji redz tikai to, kurš ir atbildējis.
procedure-late-rule = Pēc termiņa vēl 14 dienas atbildi pieraksta kā novēlotu. To neskaita ne rezultātā, ne kvorumā.
procedure-quorum = Kvorums
procedure-quorum-none = Kvoruma nav: rezultāts ir spēkā neatkarīgi no atbilžu skaita.
procedure-quorum-needed = { $n ->
    [zero] Lai būtu kvorums, laikā jāatbild vismaz { $n } cilvēkiem.
    [one] Lai būtu kvorums, laikā jāatbild vismaz { $n } cilvēkam.
   *[other] Lai būtu kvorums, laikā jāatbild vismaz { $n } cilvēkiem.
}
procedure-quorum-percent = Lai būtu kvorums, laikā jāatbild vismaz { $n } % no tiem, kam jautāts.
procedure-quorum-reached = Kvorums ir.
procedure-no-decision = Kvoruma nav, tāpēc lēmuma nav.

procedure-sign-in = Ja jums jautā, ieejiet, lai atbildētu.
procedure-not-asked = Šajā procedūrā jums nejautā.
procedure-not-asked-why = Atbild tie, kas uzaicināti vai reģistrēti. Pēc termiņa šeit būs rezultāts.
procedure-free = Atbild saviem vārdiem.
procedure-your-answer = Jūsu atbilde
procedure-send = Nosūtīt atbildi
procedure-replace = Aizstāt atbildi
procedure-answered = Jūsu atbilde ir pierakstīta. Līdz termiņam to var aizstāt.
procedure-answered-late = Jūsu atbilde ir pierakstīta kā novēlota.
procedure-you-answered = Jūs esat atbildējuši.
procedure-you-answered-next = Šī ir jūsu atbilde; līdz termiņam to var aizstāt.
procedure-you-answered-final = Jūsu atbilde saņemta laikā un ir rezultātā. Mainīt to vairs nevar.
procedure-you-answered-late = Jūsu atbilde ir pierakstīta kā novēlota.
procedure-you-are-late = Termiņš ir beidzies, un jūsu atbildes nav.
procedure-late-next = Atbildi vēl pieraksta, bet kā novēlotu: tā būs protokolā, taču to neskaita ne rezultātā, ne kvorumā.
procedure-separate-add = Pievienot protokolam atsevišķu viedokli
procedure-separate-one = Atsevišķs viedoklis
procedure-separate-help = To pievieno protokolam tieši tā, kā uzrakstīts, un lasa tie, kam jautāts, un rīkotāji.

procedure-result = Rezultāts
procedure-turnout = { $all ->
    [zero] Atbildēja { $n } no { $all }, kam jautāts.
    [one] Atbildēja { $n } no { $all }, kam jautāts.
   *[other] Atbildēja { $n } no { $all }, kam jautāts.
}
procedure-late-said = { $n ->
    [zero] Pēc termiņa atbildēja vēl { $n } cilvēku.
    [one] Pēc termiņa atbildēja vēl { $n } cilvēks.
   *[other] Pēc termiņa atbildēja vēl { $n } cilvēki.
}
procedure-silent = { $n ->
    [zero] Neatbildēja { $n } cilvēku.
    [one] Neatbildēja { $n } cilvēks.
   *[other] Neatbildēja { $n } cilvēki.
}
procedure-most = Visbiežāk izvēlēts: { $option }.
procedure-tie = Vienlīdz bieži izvēlēts: { $options }.
procedure-nobody = Laikā neviens neatbildēja.
procedure-others = { $n ->
    [zero] Pārējās atbildes kopā: { $n }. Mazas grupas atsevišķi nerāda.
    [one] Pārējās atbildes kopā: { $n }. Mazas grupas atsevišķi nerāda.
   *[other] Pārējās atbildes kopā: { $n }. Mazas grupas atsevišķi nerāda.
}
procedure-opinions-kept = Viedokļus lasa tie, kam jautāts, un rīkotāji.
procedure-separate = Atsevišķi viedokļi
procedure-separate-note = Pievienoti protokolam tā, kā uzrakstīti.
procedure-silence = Neatbildēja
procedure-late = pēc termiņa
procedure-nameless = bez vārda

procedure-record = Protokols
procedure-record-over = Rakstveida procedūras protokols
procedure-record-get = Protokols (PDF)
procedure-record-outcome = Ierakstīt kā iznākumu
procedure-host = Rīkotājs
procedure-opening = Atvērta
procedure-deadline = Termiņš
procedure-whom = Kam jautāts
procedure-asked = { $n ->
    [zero] { $n } cilvēkiem.
    [one] { $n } cilvēkam.
   *[other] { $n } cilvēkiem.
}
procedure-added = { $n ->
    [zero] No tiem { $n } pievienoti pēc atvēršanas.
    [one] No tiem { $n } pievienots pēc atvēršanas.
   *[other] No tiem { $n } pievienoti pēc atvēršanas.
}
procedure-answers = Atbildes
procedure-in-time = laikā { $n }
procedure-late-count = pēc termiņa { $n }
procedure-silent-count = neatbildēja { $n }
procedure-names = Vārdi
procedure-documents = Dokumenti
procedure-as-of = Stāvoklis
procedure-questions = Jautājumi

procedure-people = Kam jautāts
procedure-people-note = Redz tikai rīkotāji. Ko kurš atbildējis, līdz termiņam neredz neviens.
procedure-person = Cilvēks
procedure-answer-at = Atbilde
procedure-nothing-yet = nav
procedure-added-one = vēlāk sarakstā

procedure-set = Ko jautāt
procedure-saved = Jautājumi ir saglabāti.
procedure-fixed = Jautājumi ir fiksēti.
procedure-fixed-why = Procedūra ir atvērta: jautājumus, izvēles un dokumentus vairs nemaina, jo uz tiem jau atbild.
procedure-question = { $n }. jautājums
procedure-question-text = Jautājums
procedure-question-more = Paskaidrojums
procedure-markdown = Var lietot Markdown. Pietiek ar vienu valodu.
procedure-kind = Kā atbild
procedure-kind-usual = Piekrītu, nepiekrītu, atturos
procedure-kind-own = Savas izvēles
procedure-kind-own-note = No 2 līdz 10; ierakstiet tās zemāk.
procedure-kind-opinion = Saviem vārdiem
procedure-own-options = Savas izvēles
procedure-own-options-help = Katra savā rindā. Ja rakstāt abās valodās, tad vienādā secībā.
procedure-rules = Noteikumi
procedure-quorum-help = Cik jāatbild laikā, lai no atbildēm kaut kas izrietētu.
procedure-quorum-in = Mērvienība
procedure-in-percent = procenti no tiem, kam jautāts
procedure-in-answers = atbildes
procedure-named-choice = Atbildes rādīt ar vārdiem
procedure-named-note = Pēc termiņa, tikai tiem, kam jautāts, un rīkotājiem. To pasaka, pirms kāds atbild.
procedure-save-more = Saglabāt un pievienot vēl vienu
procedure-save-documents = Saglabāt un pievienot dokumentus
procedure-files-full = Vairāk dokumentu pievienot nevar.
procedure-to-questions = Uz jautājumiem

procedure-place-none = Jautājumi vēl nav uzdoti.
procedure-place-waiting = Jautājumus jau var lasīt.
procedure-place-answer = Gaidām jūsu atbildi.
procedure-place-answered = Jūsu atbilde ir saņemta.
procedure-place-silent = Termiņš ir beidzies, un jūsu atbildes nav.
procedure-place-late = Novēlotu atbildi vēl pieraksta.
procedure-place-result = Ir rezultāts.
procedure-do-answer = Atbildēt
procedure-do-change = Skatīt vai mainīt
procedure-do-read = Lasīt jautājumus
procedure-do-result = Skatīt rezultātu
procedure-nothing-said = neatbildēja
procedure-people-note-closed = Redz tikai rīkotāji.
procedure-late-names = Pēc termiņa, neskaita: { $names }
