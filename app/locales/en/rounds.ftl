round-opens = The vote opens on { $opens } and closes on { $closes }.
round-open-until = The vote is open until { $closes }. Until then nobody sees how it stands.
round-waiting = The vote has not opened yet.
round-waiting-next = Who is registered for the event when it opens may vote.
round-waiting-anyone = Who is registered for the event when it opens may vote. Sign in and register in time.
round-not-entitled = You cannot vote in this round.
round-not-entitled-why = It is for those who were registered, with a place or waiting, when it opened. You can still follow the result.
round-register = Register for the event
round-sign-in = Sign in to vote.
round-sign-in-why = The vote is for those who were registered when it opened.
round-sign-in-do = Sign in
round-topics = Topics put to the vote
round-which = Which of these should be on the agenda?
round-choose = Tick as many as you like.
round-choose-most = { $n ->
    [one] Tick one.
   *[other] Tick at most { $n }.
}
round-minutes-after = { " " }({ $n } min)
round-ballot = Ballot
round-vote = Cast my ballot
round-replace = Replace my ballot
round-voted = Your ballot is in. You can replace it until the close.
round-too-late = The round had closed before your ballot arrived.
round-you-voted = You have voted.
round-you-voted-next = This is your ballot; you can replace it until the close.
round-how = How this works
round-sealed-until = Nobody, organisers included, sees an interim result.
round-secret = Secret: until the close somebody who can read the running database could join ballots and voters; at the close what joins them is destroyed.
round-not-secret = Not secret: the ballots stay with the names of those who cast them.
round-rule-both = The topics with most support are taken, at most { $n }, as far as they fit { $minutes } minutes.
round-rule-winners = { $n ->
    [one] The topic with most support is taken.
   *[other] The { $n } topics with most support are taken.
}
round-rule-minutes = The topics with most support are taken as far as they fit { $minutes } minutes.
round-rule-all = Every topic that somebody supports is taken.
round-outcome-minutes = { $n ->
    [one] One
   *[other] { $n }
} of { $all } topics { $n ->
    [one] fills
   *[other] fill
} { $used } of { $minutes } minutes.
round-outcome = { $n ->
    [one] One of { $all } topics was chosen.
   *[other] { $n } of { $all } topics were chosen.
}
round-heard-of = { $covered } of { $n } voters have at least one of theirs chosen.
round-satisfaction = On average { $mean } of the topics on a ballot were chosen; on the least served ballot { $least }.
round-approval = Approval vote.
round-approval-secret = Approval vote, secret.
round-score = Score vote.
round-score-secret = Score vote, secret.
round-closed = Closed on { $closed }.
round-turnout = { $voted } of { $n } who could vote did.
round-destroyed = Whom a ballot came from was destroyed at the close.
round-chosen = Chosen
round-not-chosen = Not chosen
round-not-chosen-note = Open a line to see why. Each is owed an answer.
round-none-chosen = No topic was chosen.
round-all-chosen = Every topic was chosen.
round-heard = Who is heard
round-votes = { $n ->
    [one] 1 vote
   *[other] { $n } votes
}, { $minutes } min
round-points = { $n ->
    [one] 1 point
   *[other] { $n } points
}, { $minutes } min
round-why = Why this one.
round-why-not = Why not.
round-why-taken = { $n } of { $voted } ballots support it.
round-why-taken-minutes = Support { $n } on { $voted } ballots. It takes { $minutes } minutes and leaves { $left }.
round-why-no-room = It needs { $needs } minutes and only { $left } were left.
round-why-unsupported = Nobody supported it.
round-why-enough = { $n ->
    [one] One topic was to be chosen, and it had been taken.
   *[other] { $n } topics were to be chosen, and they had been taken.
}
round-apply = Shortlist the chosen topics
round-apply-note = They become shortlisted, and everybody sees it on their pages.
round-applied = The chosen topics are shortlisted.
round-is-applied = The chosen topics are shortlisted.
round-new = A vote over topics
round-title = What is decided?
round-title-note = One language is enough.
round-method = How is it counted?
round-method-approval = Approval
round-method-approval-note = Everybody ticks the topics they want. Easy, and fair to who wants several.
round-method-score = Scores
round-method-score-note = Everybody gives each topic 0 to 5.
round-opens-at = Opens
round-opens-note = In { $place } time. Left blank: now.
round-closes-at = Closes
round-closes-note = In { $place } time.
round-minutes = Minutes of agenda to fill
round-minutes-note = Topics are taken as long as they fit.
round-winners = How many topics at most
round-max-choices = How many ticks a ballot has at most
round-secret-choice = Secret
round-make = Make the vote
round-made = The vote is made.
