//! What the answers come to.

use super::{Answer, Question};
use crate::groups;

/// The count of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// How many chose each option, in their order.
    pub options: Vec<u32>,
    /// The numbers of the options that most chose, from 1; several where as many chose each, none where nobody chose.
    pub leading: Vec<u32>,
}

/// Counts the answers to the question at `place` (from 0), of people who answered in time.
pub fn count<'a>(question: &Question, place: usize, all: impl Iterator<Item = &'a [Answer]>) -> Count {
    let mut options = vec![0_u32; question.options.len()];
    for answers in all {
        if let Some(Answer::Option(n)) = answers.get(place)
            && let Some(own) = (*n as usize).checked_sub(1).and_then(|at| options.get_mut(at))
        {
            *own += 1;
        }
    }
    let most = options.iter().copied().max().filter(|most| *most > 0);
    let leading = (1..).zip(&options).filter(|(_, own)| Some(**own) == most).map(|(number, _)| number).collect();
    Count { options, leading }
}

/// Figures as they may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// A figure for each option, none where it is told with others.
    pub options: Vec<Option<u32>>,
    /// Those told together.
    pub others: u32,
}

/// All figures, or for somebody who has nothing to do with it those only that point at nobody.
pub fn shown(count: &Count, all: bool) -> Shown {
    let sizes: Vec<i64> = count.options.iter().map(|n| i64::from(*n)).collect();
    let own = if all { vec![true; sizes.len()] } else { groups::shown(&sizes) };
    let options: Vec<Option<u32>> = count.options.iter().zip(&own).map(|(n, own)| own.then_some(*n)).collect();
    let others = count.options.iter().zip(&own).filter(|(_, own)| !**own).map(|(n, _)| n).sum();
    Shown { options, others }
}
