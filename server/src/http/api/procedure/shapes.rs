//! What is sent and answered about written procedures.

use crate::http::api::schema::{Words, rfc3339};
use backend::Error;
use backend::service::procedure::{self as procedures, NewProcedure, NewQuestion, Outcome, Sent};
use domain::procedure::{Answer, Given, Question, Quorum};
use domain::text::Text;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What to ask.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ProcedureRequest {
    /// In their order; at most 20.
    questions: Vec<QuestionRequest>,
    /// How many must answer in time for anything to follow: `{"answers": 8}`, or `{"percent": 50}` of those asked. Absent: none.
    #[schema(value_type = Option<Object>, example = json!({"percent": 50}))]
    quorum: Option<Quorum>,
    /// Those asked and the organisers see who answered what, once it has closed. It is said before anybody answers.
    #[serde(default = "yes")]
    named: bool,
}

fn yes() -> bool {
    true
}

/// One question.
#[derive(Debug, Deserialize, ToSchema)]
struct QuestionRequest {
    /// At most 300 characters.
    text: Words,
    /// Markdown, at most 5,000 characters.
    explanation: Option<Words>,
    /// 2 to 10; absent: agree, disagree, abstain; an empty list: a free opinion is asked for.
    options: Option<Vec<Words>>,
}

impl From<ProcedureRequest> for NewProcedure {
    fn from(asked: ProcedureRequest) -> Self {
        let question = |one: QuestionRequest| NewQuestion {
            text: one.text.into(),
            explanation: one.explanation.map(Text::from),
            options: one.options.map(|options| options.into_iter().map(Text::from).collect()),
        };
        Self { questions: asked.questions.into_iter().map(question).collect(), quorum: asked.quorum, named: asked.named }
    }
}

/// An answer to each question.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AnswerRequest {
    answers: Vec<OneAnswer>,
    /// Attached to the record as it is; at most 5,000 characters.
    separate_opinion: Option<String>,
}

/// An answer to one question: the number of an option, or an opinion.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
struct OneAnswer {
    /// The number of the question, from 1.
    question: u32,
    /// The number of the option, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    option: Option<u32>,
    /// At most 5,000 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    opinion: Option<String>,
}

impl AnswerRequest {
    /// As the service takes it; a question with both or neither is `answer_kind`.
    pub fn read(self) -> Result<Sent, Error> {
        let one = |one: OneAnswer| {
            let answer = match (one.option, one.opinion) {
                (Some(option), None) => Answer::Option(option),
                (None, Some(opinion)) => Answer::Opinion(opinion),
                _ => return Err(Error::field(&format!("answers.{}", one.question), "answer_kind")),
            };
            Ok(Given { question: one.question, answer })
        };
        let answers = self.answers.into_iter().map(one).collect::<Result<_, _>>()?;
        Ok(Sent { answers, separate_opinion: self.separate_opinion })
    }
}

/// A written procedure.
#[derive(Debug, Serialize, ToSchema)]
pub struct Procedure {
    opens_at: String,
    /// The deadline.
    closes_at: String,
    /// Until then late answers are taken down.
    late_until_at: String,
    /// `waiting`, `open`, `late`, `over` or, where the event is cancelled, `off`
    phase: &'static str,
    #[schema(value_type = Option<Object>)]
    quorum: Option<Quorum>,
    named: bool,
    questions: Vec<Asked>,
    /// None for who is not asked.
    mine: Option<Mine>,
}

/// A question as it is asked.
#[derive(Debug, Serialize, ToSchema)]
struct Asked {
    number: u32,
    text: Words,
    explanation: Option<Words>,
    /// Empty: a free opinion.
    options: Vec<AskedOption>,
}

/// What can be chosen.
#[derive(Debug, Serialize, ToSchema)]
struct AskedOption {
    number: u32,
    text: Words,
}

/// What the caller is asked, and has answered.
#[derive(Debug, Serialize, ToSchema)]
pub struct Mine {
    answers: Option<Vec<OneAnswer>>,
    separate_opinion: Option<String>,
    answered_at: Option<String>,
    late: bool,
}

impl Procedure {
    /// As its caller may know it.
    pub fn of(procedure: procedures::Procedure, mine: Option<procedures::Mine>) -> Self {
        Self {
            opens_at: rfc3339(procedure.opens.as_millisecond()),
            closes_at: rfc3339(procedure.closes.as_millisecond()),
            late_until_at: rfc3339(procedure.late_until().as_millisecond()),
            phase: procedure.phase.into(),
            quorum: procedure.quorum(),
            named: procedure.row.named,
            questions: (1..).zip(procedure.questions).map(|(number, one)| asked(number, one)).collect(),
            mine: mine.map(Into::into),
        }
    }
}

fn asked(number: u32, question: Question) -> Asked {
    let option = |(number, text): (u32, Text)| AskedOption { number, text: text.into() };
    Asked {
        number,
        text: question.text.into(),
        explanation: question.explanation.map(Into::into),
        options: (1..).zip(question.options).map(option).collect(),
    }
}

impl From<procedures::Mine> for Mine {
    fn from(mine: procedures::Mine) -> Self {
        let answers = mine.answers.map(|answers| (1..).zip(answers).map(|(question, answer)| one(question, answer)).collect());
        let answered_at = mine.answered.map(|at| rfc3339(at.as_millisecond()));
        Self { answers, separate_opinion: mine.separate_opinion, answered_at, late: mine.late }
    }
}

fn one(question: u32, answer: Answer) -> OneAnswer {
    match answer {
        Answer::Option(option) => OneAnswer { question, option: Some(option), opinion: None },
        Answer::Opinion(opinion) => OneAnswer { question, option: None, opinion: Some(opinion) },
    }
}

/// Somebody who is asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct Person {
    pub name: String,
    pub email: String,
    /// Came after the opening.
    pub added: bool,
    pub answered_at: Option<String>,
    pub late: bool,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProcedureResult)]
pub struct Came {
    asked: u32,
    /// Of them, after the opening.
    added: u32,
    /// In time.
    answered: u32,
    late: u32,
    silent: u32,
    quorum: Option<Reached>,
    questions: Vec<Counted>,
    separate_opinions: Vec<Opinion>,
    /// Names, for those who may know them.
    silent_names: Option<Vec<String>>,
}

/// How many had to answer in time, and whether they did.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProcedureQuorum)]
struct Reached {
    needed: u32,
    reached: bool,
}

/// One question’s answers.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProcedureCount)]
struct Counted {
    number: u32,
    text: Words,
    options: Vec<Figure>,
    /// So many chose one of the options without a figure.
    others: u32,
    /// Numbers of the options that most chose: several where as many chose each. Nothing follows where the quorum was missed.
    leading: Vec<u32>,
    /// For those who may read them: opinions, and with names what each chose.
    said: Vec<Opinion>,
}

/// An option with its figure; none where it is told with others.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProcedureFigure)]
struct Figure {
    number: u32,
    text: Words,
    count: Option<u32>,
}

/// Somebody’s answer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProcedureSaid)]
struct Opinion {
    /// Where answers are read with names; empty for who was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    late: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    option: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opinion: Option<String>,
}

impl From<Outcome> for Came {
    fn from(outcome: Outcome) -> Self {
        let reached = outcome.is_quorate();
        let counted = outcome.procedure.questions.into_iter().zip(outcome.questions);
        let separate = |one: procedures::Separate| Opinion { name: one.name, late: one.late, option: None, opinion: Some(one.text) };
        Self {
            asked: outcome.asked,
            added: outcome.added,
            answered: outcome.answered,
            late: outcome.late,
            silent: outcome.silent,
            quorum: outcome.needed.map(|needed| Reached { needed, reached }),
            questions: (1..).zip(counted).map(|(number, (question, counted))| count(number, question, counted)).collect(),
            separate_opinions: outcome.separate.into_iter().map(separate).collect(),
            silent_names: outcome.silent_names,
        }
    }
}

fn count(number: u32, question: Question, counted: procedures::Counted) -> Counted {
    let options = (1..).zip(question.options).zip(counted.shown.options);
    let said = |one: procedures::Said| match one.answer {
        Answer::Option(option) => Opinion { name: one.name, late: one.late, option: Some(option), opinion: None },
        Answer::Opinion(opinion) => Opinion { name: one.name, late: one.late, option: None, opinion: Some(opinion) },
    };
    Counted {
        number,
        text: question.text.into(),
        options: options.map(|((number, text), count)| Figure { number, text: text.into(), count }).collect(),
        others: counted.shown.others,
        leading: counted.count.leading,
        said: counted.said.into_iter().map(said).collect(),
    }
}
