//! How far a draft is known to be the best without any search.

use super::{Draft, Figures, Ground, Problem, Start, Task};
use std::cmp::Reverse;

impl Problem {
    /// The best that each figure could be if nothing were in anything's way.
    pub fn bound(&self, ground: &Ground) -> Figures {
        let least = |of: fn(&Start) -> i64| ground.starts.iter().filter_map(|starts| starts.iter().map(of).min()).sum();
        let placeable = self.tasks.iter().zip(&ground.starts).filter(|(_, starts)| !starts.is_empty());
        Figures {
            worth: Reverse(placeable.map(|(task, _)| Task::worth(task)).sum()),
            collisions: least(|start| start.collisions),
            night: least(|start| start.night),
            wait: least(|start| start.wait),
        }
    }

    /// How many figures of the draft, from the first on, are as good as they could be; the others need a search to be proven.
    pub fn proven(&self, ground: &Ground, draft: &Draft) -> usize {
        let (best, own) = (self.bound(ground), self.figures(draft));
        // The later bounds hold only where everything that can be is placed.
        let reached = [own.worth <= best.worth, own.collisions <= best.collisions, own.night <= best.night, own.wait <= best.wait];
        reached.into_iter().take_while(|reached| *reached).count()
    }
}
