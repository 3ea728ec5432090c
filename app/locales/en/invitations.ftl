invitations-title = Invitations
invitations-invite = Invite people
invitations-waiting = The event has not been announced yet. Whoever you name now gets the letter on the day it is.
invitations-emails = By address
invitations-emails-help = One a line. People who are not here yet get the invitation too.
invitations-segments = By field of work
invitations-audience-help = Only people who have agreed to be contacted. Field, country and knowledge narrow each other.
invitations-countries = By country
invitations-countries-help = Countries or their codes, with commas between them: Belgium, LU
invitations-competences = By what they know
invitations-competences-help = As people write it, with commas between
invitations-send = Send the invitations
invitations-plan = First find a time that is fair to them, too
invitations-list = Who is invited
invitations-nobody = Nobody is invited yet.
invitations-nobody-why = Whoever registers by themselves appears here as well.
invitations-person = Person
invitations-answer = Answer
invitations-delivery = Letter
invitations-change = Change
invitations-withdraw = Withdraw
invitations-withdraw-whom = Withdraw the invitation of { $email }
invitations-withdrawn = The invitation has been withdrawn; the entry leaves that person’s calendar.
invitations-answer-none = no answer yet
invitations-answer-accepted = coming
invitations-answer-tentative = perhaps, or waiting
invitations-answer-declined = not coming
invitations-delivery-queued = waits to leave
invitations-delivery-sent = sent
invitations-delivery-bounced = came back
invitations-delivery-failed = not deliverable
invitations-done = { $n ->
    [one] One person has been invited.
   *[other] { $n } people have been invited.
}
invitations-skipped = Not invited:
invitations-skipped-address = not a mail address
invitations-skipped-invited = already invited
invitations-skipped-registered = already registered
invitations-skipped-consent = wants no invitations
invitations-skipped-limit = has had as many as they wanted this year
invitations-segment-diplomacy = Diplomacy and foreign policy
invitations-segment-justice = Courts, law, human rights
invitations-segment-culture = Culture and sport
invitations-segment-economy = Economy and finance
invitations-segment-other = Everything else
invitations-everybody = Everybody
invitations-lost = Not delivered
invitations-none-lost = Every letter has arrived, as far as is known.
region-latvia = Latvia
region-belgium-and-luxembourg = Belgium and Luxembourg
region-europe = The rest of Europe
region-americas = The Americas
region-africa = Africa
region-asia-and-pacific = Asia and the Pacific

inviting-title = Before the invitations leave
inviting-who = Who is invited
inviting-now = { $n ->
    [one] One person gets the invitation at once.
   *[other] { $n } people get the invitation at once.
}
inviting-later = { $n ->
    [one] One person is invited and gets the letter on the day the event is announced.
   *[other] { $n } people are invited and get the letter on the day the event is announced.
}
inviting-skipped-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
withdrawing-told = This person gets a letter at once, and the entry leaves their calendar. The event goes on.
withdrawing-not-told = This person was never sent anything and is told nothing.
withdrawing-room = Their place in the room becomes free; whoever is next in line gets it, and a letter.
withdrawing-online = Their place online becomes free; whoever is next in line gets it, and a letter.
withdrawing-line = They leave the waiting list.
