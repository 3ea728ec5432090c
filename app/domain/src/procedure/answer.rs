//! What somebody answers, and whether it answers what was asked.

use super::Question;
use crate::fault::Fault;
use crate::text::block;
use serde::{Deserialize, Serialize};

/// Characters of an opinion, free or separate.
pub const OPINION_MAX: usize = 5_000;

/// The answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The option of this number, from 1.
    Option(u32),
    /// In one's own words.
    Opinion(String),
}

/// An answer as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The number of the question, from 1.
    pub question: u32,
    /// What is said to it.
    pub answer: Answer,
}

/// One answer to each question, in their order; else what is wrong, at `answers.{number}`: `required`, `answered_twice`,
/// `unknown_question`, `unknown_option`, `answer_kind` where words are sent for a choice or the other way round, `too_long`.
pub fn check(questions: &[Question], given: &[Given]) -> Result<Vec<Answer>, Vec<Fault>> {
    let mut faults = Vec::new();
    for strange in given.iter().filter(|one| !(1..=questions.len()).contains(&(one.question as usize))) {
        faults.push(Fault::new(format!("answers.{}", strange.question), "unknown_question"));
    }
    let mut answers = Vec::new();
    for (number, question) in (1..).zip(questions) {
        let mut own = given.iter().filter(|one| one.question == number);
        let found = match (own.next(), own.next()) {
            (None, _) => Err("required"),
            (Some(one), None) => one_of(question, &one.answer),
            (Some(_), Some(_)) => Err("answered_twice"),
        };
        match found {
            Ok(answer) => answers.push(answer),
            Err(code) => faults.push(Fault::new(format!("answers.{number}"), code).with("max", OPINION_MAX)),
        }
    }
    if faults.is_empty() { Ok(answers) } else { Err(faults) }
}

fn one_of(question: &Question, answer: &Answer) -> Result<Answer, &'static str> {
    match answer {
        Answer::Option(_) if question.options.is_empty() => Err("answer_kind"),
        Answer::Option(n) if (1..=question.options.len()).contains(&(*n as usize)) => Ok(Answer::Option(*n)),
        Answer::Option(_) => Err("unknown_option"),
        Answer::Opinion(_) if !question.options.is_empty() => Err("answer_kind"),
        Answer::Opinion(words) => block(words, OPINION_MAX).map(Answer::Opinion).map_err(|refusal| refusal.code),
    }
}
