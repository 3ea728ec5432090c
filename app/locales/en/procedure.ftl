event-tab-procedure = Questions and answers
procedure-agree = Agree
procedure-disagree = Disagree
procedure-abstain = Abstain

procedure-opens = Answers are taken from { $opens } until { $closes }.
procedure-open-until = Answers are taken until { $closes }. Until then nobody sees what was answered.
procedure-closed = The deadline was { $closes }.
procedure-off = The procedure is cancelled: no answers are taken, and nothing follows from them.
procedure-sealed = Until the deadline nobody, organisers included, sees what was answered; organisers see only who has.
procedure-named = After the deadline those asked and the organisers read answers with names, in the record too. Others see no names.
procedure-unnamed = Nobody is shown answers with names, in the record neither; organisers see only who has answered.
procedure-late-rule = For 14 days after the deadline an answer is still taken down, as late. It counts neither in the result nor for the quorum.
procedure-quorum = Quorum
procedure-quorum-none = There is no quorum: the result holds however many answer.
procedure-quorum-needed = { $n ->
    [one] For a quorum at least one person must answer in time.
   *[other] For a quorum at least { $n } people must answer in time.
}
procedure-quorum-percent = For a quorum at least { $n } % of those asked must answer in time.
procedure-quorum-reached = There is a quorum.
procedure-no-decision = There is no quorum, so there is no decision.

procedure-sign-in = If you are asked, sign in to answer.
procedure-not-asked = You are not asked in this procedure.
procedure-not-asked-why = Those who are invited or registered answer. The result will be here after the deadline.
procedure-free = Answered in your own words.
procedure-your-answer = Your answer
procedure-send = Send my answer
procedure-replace = Replace my answer
procedure-answered = Your answer is taken down. You can replace it until the deadline.
procedure-answered-late = Your answer is taken down as late.
procedure-you-answered = You have answered.
procedure-you-answered-next = This is your answer; you can replace it until the deadline.
procedure-you-answered-final = Your answer came in time and is in the result. It cannot be changed any more.
procedure-you-answered-late = Your answer is taken down as late.
procedure-you-are-late = The deadline has passed, and there is no answer of yours.
procedure-late-next = An answer is still taken down, but as late: it will be in the record, and counts neither in the result nor for the quorum.
procedure-separate-add = Attach a separate opinion to the record
procedure-separate-one = Separate opinion
procedure-separate-help = It is attached to the record exactly as you write it, for those asked and the organisers to read.

procedure-result = Result
procedure-turnout = { $n } of { $all } asked answered.
procedure-late-said = { $n ->
    [one] One more answered after the deadline.
   *[other] { $n } more answered after the deadline.
}
procedure-silent = { $n ->
    [one] One person did not answer.
   *[other] { $n } people did not answer.
}
procedure-most = Chosen most: { $option }.
procedure-tie = Chosen equally often: { $options }.
procedure-nobody = Nobody answered in time.
procedure-others = All other answers together: { $n }. Small groups are not shown alone.
procedure-opinions-kept = Opinions are read by those asked and the organisers.
procedure-separate = Separate opinions
procedure-separate-note = Attached to the record as they were written.
procedure-silence = Did not answer
procedure-late = after the deadline
procedure-nameless = no name

procedure-record = Record
procedure-record-over = Record of a written procedure
procedure-record-get = Record (PDF)
procedure-record-outcome = Record it as an outcome
procedure-host = Host
procedure-opening = Opened
procedure-deadline = Deadline
procedure-whom = Who was asked
procedure-asked = { $n ->
    [one] One person.
   *[other] { $n } people.
}
procedure-added = { $n ->
    [one] One of them was added after the opening.
   *[other] { $n } of them were added after the opening.
}
procedure-answers = Answers
procedure-in-time = { $n } in time
procedure-late-count = { $n } after the deadline
procedure-silent-count = { $n } did not answer
procedure-names = Names
procedure-documents = Documents
procedure-as-of = As of
procedure-questions = Questions

procedure-people = Who is asked
procedure-people-note = Only organisers see this. Until the deadline nobody sees who answered what.
procedure-person = Person
procedure-answer-at = Answer
procedure-nothing-yet = none
procedure-added-one = added later

procedure-set = What to ask
procedure-saved = The questions are saved.
procedure-fixed = The questions are fixed.
procedure-fixed-why = The procedure has opened: questions, options and documents do not change any more, because people are answering them.
procedure-question = Question { $n }
procedure-question-text = Question
procedure-question-more = Explanation
procedure-markdown = Markdown works. One language is enough.
procedure-kind = How it is answered
procedure-kind-usual = Agree, disagree, abstain
procedure-kind-own = Options of your own
procedure-kind-own-note = 2 to 10; write them below.
procedure-kind-opinion = In one’s own words
procedure-own-options = Options of your own
procedure-own-options-help = One a line. If you write them in both languages, in the same order.
procedure-rules = Rules
procedure-quorum-help = How many must answer in time for anything to follow.
procedure-quorum-in = Counted in
procedure-in-percent = percent of those asked
procedure-in-answers = answers
procedure-named-choice = Show answers with names
procedure-named-note = After the deadline, only to those asked and the organisers. It is said before anybody answers.
procedure-save-more = Save and add another
procedure-save-documents = Save and add documents
procedure-files-full = No more documents can be added.
procedure-to-questions = To the questions

procedure-place-none = Nothing is asked yet.
procedure-place-waiting = The questions can be read already.
procedure-place-answer = Your answer is awaited.
procedure-place-answered = Your answer is in.
procedure-place-silent = The deadline has passed, and there is no answer of yours.
procedure-place-late = A late answer is still taken down.
procedure-place-result = The result is here.
procedure-do-answer = Answer
procedure-do-change = See or change it
procedure-do-read = Read the questions
procedure-do-result = See the result
procedure-nothing-said = did not answer
procedure-people-note-closed = Only organisers see this.
procedure-late-names = After the deadline, not counted: { $names }
