round-opens = The vote opens on { $opens } and closes on { $closes }.
round-open-until = The vote is open until { $closes }. Until then nobody sees how it stands.
round-waiting = The vote has not opened yet.
round-waiting-next = Who is registered for the event when it opens may vote.
round-waiting-anyone = Who is registered for the event when it opens may vote. Sign in and register in time.
round-not-entitled = You cannot vote in this round.
round-not-entitled-why = It is for those who were registered, with a place or waiting, when it opened. You can still follow the result.
round-register = Register for the event
round-sign-in = Sign in to vote.
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
round-secret = Secret: until the close somebody who can read the running database, or compare backups made meanwhile, could join ballots and voters; at the close what joins them is destroyed.
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
round-satisfaction = On average { $mean } of the topics on a ballot were chosen; on the ballot with the fewest, { $least }.
round-approval = Approval vote.
round-approval-secret = Approval vote, secret.
round-score = Score vote.
round-score-secret = Score vote, secret.
round-closed = Closed on { $closed }.
round-turnout = { $voted } of { $n } who could vote did.
round-destroyed = What joined ballots with voters was destroyed at the close.
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
round-why-no-room = When its turn came, { $left ->
    [0] no minutes were
    [one] one minute was
   *[other] { $left } minutes were
} free, and it needs { $needs }.
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
round-not-secret = Not secret: after the close those who could vote and the organisers see every ballot with its voter’s name.
round-order = Topics that few people have seen come first; the others are in an order drawn by lot for you.
round-method-approval = Approval
round-method-approval-note = Everybody ticks the topics they want. Easy, and fair to who wants several.
round-method-score = Scores
round-method-score-note = Everybody gives each topic 0 to 5.
round-method-ranked = Ranking
round-method-ranked-note = Everybody puts the topics in order. What wins against every other one by one comes first (Schulze’s method).
round-method-equal-shares = Equal shares
round-method-equal-shares-note = The minutes are shared equally among the ballots, and those who want a topic pay for it together. A small group gets its part of the day, too. Needs the minutes to fill.
round-shares-more = More about equal shares
round-kind = What does a ballot ask?
round-kind-approve = Which topics
round-kind-approve-note = Ticks, as in an approval vote.
round-kind-scores = How much
round-kind-scores-note = 0 to 5 for each topic.
round-utility-item = Each topic counts alike, however long it is
round-utility-item-note = Otherwise an hour is worth twice half an hour to those who want it.
round-voters = Who may vote?
round-voters-registered = Who is registered for the event when the vote opens may vote, with a place or waiting.
round-voters-registered-note = The usual.
round-voters-members = Those who have a role in the host may vote.
round-voters-members-note = For what the organisers decide among themselves.
round-voters-audience = An audience chosen by the organisers may vote.
round-voters-audience-note = People who agreed to be contacted, by field, country or competence.
round-audience = Which audience
round-quorum = How many must vote for it to count
round-quorum-note = If fewer do, the result is shown but not put to use.
round-quorum-needed = { $n ->
    [one] It counts if at least one person votes.
   *[other] It counts if at least { $n } people vote.
}
round-quorum-reached = The quorum of { $n } was reached.
round-quorum-missed = The quorum of { $n } was missed: nothing follows from this vote.
round-how-much = How much should it be on the agenda?
round-score-help = 0 is not at all, 5 is very much.
round-score-shares = 0 is not at all, 5 is very much. Your share of the minutes goes to the topics you give most.
round-which-order = In which order?
round-rank-help = Give the best topic place 1. Two topics may share a place; what you leave out comes last.
round-rank-most = { $n ->
    [one] Rank one topic.
   *[other] Rank at most { $n } topics. Two may share a place.
}
round-place = Place { $n }
round-unranked = Not ranked
round-rule-ranked = What no other topic beats, compared one by one, comes first.
round-rule-shares = The { $minutes } minutes are shared equally among the ballots; a topic is chosen when those who want it can pay its minutes together. What is left is filled by support.
round-rule-at-most = { $n ->
    [one] At most one topic is chosen.
   *[other] At most { $n } topics are chosen.
}
round-rule-item = Each topic counts alike, however long it is.
round-ranked = Ranked vote.
round-ranked-secret = Ranked vote, secret.
round-shares = Equal-shares vote.
round-shares-secret = Equal-shares vote, secret.
round-minutes-title = The minutes
round-share = Every ballot held the same share: { $minutes } minutes among { $n }, { $share } each.
round-share-raised = Every ballot held the same share: { $minutes } minutes among { $n }, raised to { $share } each so that the time fills.
round-budget-said = { $used } of { $minutes } minutes are taken, { $left } are free.
round-budget-part = topic { $n }: { $minutes } min
round-budget-numbers = Topic numbers
round-budget-line = the line: { $minutes } min
round-beats = { $n ->
    [one] beats 1
   *[other] beats { $n }
}, { $minutes } min
round-why-bought-first = { $n ->
    [one] Its one supporter paid { $price } minutes, and no
   *[other] Its { $n } supporters paid { $price } minutes each, and no
} other topic had more support: it was bought first.
round-why-bought = { $n ->
    [one] Its one supporter paid { $price } minutes.
   *[other] Its { $n } supporters paid { $price } minutes each.
}
round-why-bought-short = Of its { $n } supporters { $short } had less left and gave the rest of their share; the others paid { $price } minutes each.
round-why-bought-points = Its { $n } { $n ->
    [one] supporter
   *[other] supporters
} paid { $price } minutes for each point they gave it.
round-why-bought-points-short = Of its { $n } supporters { $short } had less left and gave the rest of their share; the others paid { $price } minutes for each point they gave it.
round-why-filled = { $minutes } minutes were left that no group could buy. Of the topics that still fit, this one has the most support ({ $n }).
round-why-unspent = { $n ->
    [one] Its one supporter
   *[other] Its { $n } supporters
} had { $unspent } of the { $needs } minutes left that it needs.
round-why-served = Of them { $n ->
    [one] one has
   *[other] { $n } have
} another topic on the agenda.
round-why-beats = Compared one by one it beats { $n } of { $all } others and is beaten by { $beaten }.
round-why-fits = It takes { $minutes } minutes and leaves { $left }.
round-why-beaten = { $n ->
    [one] One topic beats it:
   *[other] { $n } topics beat it, first of all
} number { $number }, which { $ahead } ballots put above it and { $behind } below.
round-compared = Had the topics on most ballots simply won, { $n } voters would have at least one of theirs, { $mean } on average.
round-compared-same = Counting which topics are on most ballots gives the same.
round-pairs = One by one
round-pairs-caption = How many ballots put the topic of the row above the topic of the column
round-pairs-note = How many ballots put the row above the column; what won directly is dark.
round-topic-number = Topic { $n }
round-steps = Every step in figures
round-step-topic = Topic
round-step-what = What happened
round-step-minutes = Minutes
round-step-support = Support
round-step-left = Minutes left
round-step-price = Paid by each
round-step-bought = bought
round-step-filled = filled in
round-step-taken = taken
round-step-no-room = did not fit
round-step-unsupported = nobody wanted it
round-step-enough = enough were chosen
round-file-result = The result as a table (.csv)
round-file-ballots = Count it yourself: the ballots without names (.csv)
round-file-pb = For other counting programs (.pb)
round-file-toi = For other counting programs (.toi)
round-few-ballots = With fewer than 10 ballots none are shown one by one: they would be too easy to guess.
round-roll = Who voted what
round-roll-note = The vote was announced as open. Only those who could vote and the organisers see this.
round-roll-name = Name
round-roll-ballot = Ballot, by topic numbers
round-roll-score = { $n } ({ $score })
round-roll-nothing = empty
round-nameless = without a name
round-others = Other votes
round-another = Make another vote
round-phase-waiting = not open yet
round-phase-open = open
round-phase-closed = closed
round-ballot-kept = This server was restored from a backup, which cannot tell your ballot from the others: it stays as it is and counts.
round-why-bought-cheapest = { $n ->
    [one] Its one supporter paid { $price } minutes:
   *[other] Its { $n } supporters paid { $price } minutes each:
} the cheapest of all, so it was bought first.
round-why-filled-length = { $minutes } minutes were left that no group could buy. Of the topics that still fit, this one has the most support for its length ({ $n }).
round-why-beaten-chain = { $n ->
    [one] One topic beats it:
   *[other] { $n } topics beat it, first of all
} number { $number }, by way of others: that chain of comparisons is won with { $ahead } ballots, the one back with { $behind }.
round-nobody-voted = Nobody voted.
round-kept-here = Without a connection your ballot is kept on this device only. While this page is open it is sent as soon as there is one; when you come back later, it stands in the form: look at it and send it. After the close it cannot be counted.
