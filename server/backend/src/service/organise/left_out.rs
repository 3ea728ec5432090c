//! Whom invitations leave out. Only who has agreed to be contacted is counted, and only groups that are large enough to be named.

use crate::repo::organise::Group;
use domain::groups;
use domain::person::Segment;
use domain::region::Region;
use strum::IntoEnumIterator;

/// At most this many groups are named.
const NAMED: usize = 4;

/// A part of those who may be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A field of work.
    Segment(Segment),
    /// A part of the world.
    Region(Region),
    /// The fields of work that are too small to be named.
    OtherSegments,
    /// The parts of the world that are too small to be named.
    OtherRegions,
}

/// A part that invitations reach less than the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Which.
    pub part: Part,
    /// How many may be asked.
    pub all: i64,
    /// How many of them are invited or registered.
    pub reached: i64,
}

/// The parts reached less than two thirds as well as people on the whole, the least reached first.
pub(super) fn of(all: &[Group], reached: &[Group]) -> Vec<LeftOut> {
    let sum = |groups: &[Group]| groups.iter().map(|group| group.people).sum::<i64>();
    let (every, told) = (sum(all), sum(reached));
    let segments = parts(all, reached, Segment::iter(), |group| group.segment, Part::Segment, Part::OtherSegments);
    let region = |group: &Group| group.country.as_deref().map(Region::of);
    let regions = parts(all, reached, Region::ALL.into_iter(), region, Part::Region, Part::OtherRegions);
    let mut left: Vec<LeftOut> =
        segments.into_iter().chain(regions).filter(|part| part.reached * every * 3 < told * part.all * 2).collect();
    left.sort_by_key(|part| (part.reached * 1_000 / part.all.max(1), -part.all));
    left.truncate(NAMED);
    left
}

/// Always in the same order, so that of two equal groups the same one is told with the others at every look.
fn parts<K: Copy + PartialEq>(
    all: &[Group],
    reached: &[Group],
    keys: impl Iterator<Item = K>,
    of: impl Fn(&Group) -> Option<K>,
    named: impl Fn(K) -> Part,
    others: Part,
) -> Vec<LeftOut> {
    let count = |groups: &[Group], key: K| groups.iter().filter(|group| of(group) == Some(key)).map(|group| group.people).sum::<i64>();
    let sums: Vec<(K, i64, i64)> = keys.map(|key| (key, count(all, key), count(reached, key))).collect();
    let shown = groups::shown(&sums.iter().map(|(_, all, _)| *all).collect::<Vec<_>>());
    let mut rest = LeftOut { part: others, all: 0, reached: 0 };
    let mut found = Vec::new();
    for ((key, all, reached), shown) in sums.into_iter().zip(shown) {
        if shown {
            found.push(LeftOut { part: named(key), all, reached });
        } else {
            rest.all += all;
            rest.reached += reached;
        }
    }
    // Fewer than that are nobody's business even together.
    found.extend((rest.all >= groups::SMALLEST).then_some(rest));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(segment: Segment, country: &str, people: i64) -> Group {
        Group { segment: Some(segment), country: Some(country.to_owned()), people }
    }

    #[test]
    fn who_is_reached_least_is_named_first_and_small_groups_only_together() {
        use Segment::{Diplomacy, Justice};
        let all = [group(Diplomacy, "BE", 60), group(Justice, "BE", 36), group(Justice, "ET", 3), group(Diplomacy, "US", 2)];
        let reached = [group(Diplomacy, "BE", 45), group(Justice, "BE", 9)];
        let left = of(&all, &reached);
        let others = LeftOut { part: Part::OtherRegions, all: 5, reached: 0 };
        assert_eq!(left, [others, LeftOut { part: Part::Segment(Justice), all: 39, reached: 9 }]);
    }

    #[test]
    fn who_is_asked_alike_is_not_left_out() {
        let all = [group(Segment::Diplomacy, "BE", 60), group(Segment::Justice, "LV", 40)];
        let half = [group(Segment::Diplomacy, "BE", 30), group(Segment::Justice, "LV", 20)];
        assert_eq!(of(&all, &half), []);
        assert_eq!(of(&all, &[]), []);
    }
}
