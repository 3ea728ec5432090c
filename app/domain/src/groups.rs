//! Groups of people that are too small to be counted aloud: a small figure could point at somebody.

/// Smaller groups are told together.
pub const SMALLEST: i64 = 5;

/// Which of the groups of these sizes may have a figure of their own. The rest is told as one; while that one is itself small, the
/// smallest group that has a figure joins it, else what is missing could be told by elimination. Empty groups have no figure.
pub fn shown(sizes: &[i64]) -> Vec<bool> {
    let mut shown: Vec<bool> = sizes.iter().map(|size| *size >= SMALLEST).collect();
    loop {
        let rest: i64 = sizes.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(size, _)| size).sum();
        let smallest = sizes.iter().zip(&mut shown).filter(|(_, shown)| **shown).min_by_key(|(size, _)| **size);
        match smallest {
            Some((_, own)) if (1..SMALLEST).contains(&rest) => *own = false,
            _ => return shown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_groups_are_told_together_and_not_by_elimination() {
        assert_eq!(shown(&[33, 33, 16, 13, 5]), [true; 5]);
        assert_eq!(shown(&[33, 30, 16, 3, 4]), [true, true, true, false, false]);
        // Two people alone would be told by elimination, so the next group joins them.
        assert_eq!(shown(&[33, 30, 16, 9, 2]), [true, true, true, false, false]);
        assert_eq!(shown(&[4, 6]), [false, false]);
        assert_eq!(shown(&[1, 0, 0]), [false; 3]);
        assert_eq!(shown(&[8, 0]), [true, false]);
        assert_eq!(shown(&[]), Vec::<bool>::new());
    }
}
