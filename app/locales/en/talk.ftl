talk-name = Discussion
talk-count = { $n ->
    [0] Nothing said yet
    [one] One comment
   *[other] { $n } comments
}
talk-none = Nobody has said anything about it yet.
talk-none-next = A question is enough to begin with.
talk-say = What do you say?
talk-say-note = Everybody who sees the topic reads it. Paragraphs, lists and links work as in Markdown.
talk-say-do = Say it
talk-sign-in = Sign in to say something
talk-closed = Nothing more is said here.
talk-unnamed-note = You proposed the topic without your name. Ticked, it says only that its author wrote this.
talk-commented = Your comment is there.
talk-by-author = Who proposed the topic
talk-by-nobody = Name withdrawn
talk-changed = changed { $n ->
    [one] once
   *[other] { $n } times
}, last on { $day }
talk-answer = Answer
talk-edit = Change or remove
talk-report = Report
talk-hidden = Hidden by the organisers:
talk-hidden-topic = The organisers have hidden the words of this topic
talk-only-you = Only you still see what you wrote.
talk-removed = Its author removed this comment.
talk-comment-title = A comment
talk-before = What it said before
talk-before-note = Oldest first
talk-answer-title = Answer a comment
talk-your-answer = Your answer
talk-answer-do = Answer it
talk-edit-title = Change your comment
talk-your-words = Your comment
talk-edit-do = Change it
talk-edited = Your comment is changed. What it said before can still be read.
talk-remove = Remove it
talk-remove-note = If you remove it, its words and what it said before are gone for good. A line says that something was there.
talk-removed-now = Your comment is removed.
talk-follow-name = Following
talk-you-follow = You follow this topic: what is new stands on your page.
talk-you-do-not-follow = Follow it to find what is new on your page.
talk-follow = Follow
talk-unfollow = Stop following
talk-following = You follow this topic.
talk-not-following = You no longer follow this topic.
talk-report-topic = Report this topic
report-title = Report to the organisers
report-note = The organisers read why, and decide. Nobody is shown who reported it.
report-reason = What is wrong with it?
report-insult = It insults or threatens somebody
report-private = It tells what is somebody’s private matter
report-confidential = It tells what was said in confidence or may not be public
report-off-topic = It advertises, or has nothing to do with this
report-other = Something else
report-text = In your words
report-do = Report it
report-sent = Thank you. The organisers will look at it.
merge-done-title = This topic is part of another now
merge-support-stays = Your support stayed with this topic. Nobody moves it for you.
merge-asked-title = May this topic become part of another?
merge-asked = The organisers ask you. If you accept, this page leads there; who supported it decides anew.
merge-unnamed = Your name is not shown to anybody, whatever you answer.
merge-accept = Let it become part
merge-refuse = Keep it by itself
merge-withdraw = No longer ask
merge-waits-title = It may become part of another topic
merge-waits = The organisers have asked its author, who has not answered yet.
merge-name = Make it part of another
merge-into = Of which topic?
merge-into-note = Its author is asked first.
merge-propose = Ask the author
merge-proposed = The author is asked.
merge-accepted = The topic is part of the other one now.
merge-refused = The topic stays by itself.
merge-withdrawn = The author is no longer asked.
timeline-name = What became of it
timeline-note = The newest last
timeline-proposed = Proposed.
timeline-merge-proposed = The organisers ask its author to make it part of another topic:
timeline-merge-refused = Its author keeps it by itself, apart from:
timeline-merge-withdrawn = The organisers no longer ask to make it part of:
timeline-merged = With its author’s consent it became part of:
timeline-absorbed = Another topic became part of it:
timeline-chosen = Shortlisted by a vote.
timeline-round = Vote { $n }
timeline-shortlisted = Shortlisted by the organisers.
timeline-scheduled = Put on the agenda.
timeline-answered = Answered by the organisers.
timeline-declined = Declined by the organisers.
timeline-reopened = Open again.
timeline-hidden = Its words were hidden by the organisers.
timeline-restored = Its words are shown again.
timeline-recorded = The organisers recorded what came of it.
follows-title = Topics you follow
follows-sub = What you proposed, commented on or chose to follow; where something happened last comes first.
follows-note = What is new since you last looked
follows-new = { $n ->
    [one] One thing new
   *[other] { $n } things new
}
follows-nothing-new = Nothing new
follows-none = You follow no topic yet.
follows-none-next = You follow what you propose and what you comment on, and can follow any other.
follows-all = All topics you follow
gone-on-title = Went on elsewhere
gone-on-note = Topics you supported that are part of another now
gone-on-was = You supported:
moderation-title = Reported
moderation-waiting = { $n ->
    [0] Nothing reported
    [one] One thing reported
   *[other] { $n } things reported
}
moderation-none = Nothing waits for a decision.
moderation-none-next = When somebody reports a topic or a comment, it stands here.
moderation-comment = A comment on
moderation-topic = The topic
moderation-reports = What the reports say
moderation-decide = Decide
moderation-decision = What becomes of it?
moderation-keep = Keep it
moderation-keep-note = It stays, or is shown again if it was hidden.
moderation-hide = Hide it
moderation-hide-note = Your reason stands in its place, for everybody. Its author still sees what they wrote.
moderation-reason = Reason
moderation-reason-note = Published in place of what is hidden. One language is enough.
moderation-do = Decide
moderation-decided = It is decided.
