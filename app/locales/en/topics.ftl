topics-title = Topics · { $event }
topics-heading = Topics
topics-sub = { $n ->
    [one] One topic
   *[other] { $n } topics
} so far, { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
} wished for.
topics-orders = Order and choice
topics-most = Most supported
topics-newest = Newest
topics-few = Few have seen
topics-mine = Mine
topics-all = All topics
topics-none = No topics yet.
topics-none-next = The first one sets the tone. It can be proposed without your name, in Latvian or English.
topics-none-mine = You have not proposed or supported a topic here yet.
topics-none-mine-next = Look through the others first; the best support is often for one that is there.
topics-minutes = { $n } min
topics-support-it = { $n ->
    [one] supports it
   *[other] support it
}
topics-support = Support
topics-supported = Supported
topics-anonymous = Proposed without a name
topics-no-name = Name withdrawn
topics-over = This event takes no more topics.
topics-propose = Propose a topic
topics-sign-in = Topics come from the people who attend. Sign in with your e-mail address; no password is needed.
topics-sign-in-do = Sign in to propose
topics-what = What should be talked about?
topics-minutes-needed = Minutes it needs
topics-why = Why, and what should come of it?
topics-without-name = Without my name
topics-without-name-note = Nobody is shown who proposed it, organisers included.
topics-propose-do = Propose it
topics-like = { $n ->
    [one] One much like it is there already.
    [2] Two much like it are there already.
    [3] Three much like it are there already.
   *[other] { $n } much like it are there already.
}
topics-like-next = Support what is there, or go on if yours is different.
topic-proposed = Your topic is there. Others can support it now.
topic-supported = You support this topic.
topic-unsupported = You no longer support this topic.
topic-changed = The topic is changed.
topic-is-proposed = Proposed
topic-is-merged = Merged
topic-is-shortlisted = Shortlisted
topic-is-scheduled = On the agenda
topic-is-answered = Answered
topic-is-declined = Declined
topic-all = All topics of this event
topic-status = Where it stands
topic-minutes = Time it needs
topic-by = Proposed by
topic-origin = Comes from
topic-support = Support
topic-supporters = { $n ->
    [0] Nobody supports it yet.
    [one] One person supports it.
   *[other] { $n } people support it.
}
topic-you-support = You are one of them.
topic-sign-in = Sign in to support it
topic-manage = For organisers
topic-manage-to = What becomes of it?
topic-manage-reason = Reason
topic-manage-reason-note = Everybody sees it. Owed where a topic is answered or declined.
topic-manage-do = Change it
topic-on = on { $day }
topics-into = into
topic-supported-by = { $n ->
    [0] Nobody supported it.
    [one] One person supported it.
   *[other] { $n } people supported it.
}
