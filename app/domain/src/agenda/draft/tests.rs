use super::*;
use std::cmp::Reverse;

const EFFORT: u64 = 200_000;

fn task(minutes: i64) -> Task {
    Task { minutes, votes: 0, for_all: true, expected: 0, voices: Vec::new() }
}

fn beside(minutes: i64) -> Task {
    Task { for_all: false, ..task(minutes) }
}

fn stay(from: i64, to: i64) -> Fixed {
    Fixed { at: Stretch { from, to }, room: None, for_all: true, is_break: false, voices: Vec::new() }
}

/// An hour, one room, and these.
fn hour(tasks: Vec<Task>) -> Problem {
    Problem { hours: vec![Stretch { from: 0, to: 60 }], rooms: vec![Place { holds: None }], tasks, ..Problem::default() }
}

fn drafted(problem: &Problem) -> Draft {
    let draft = search(problem, &problem.ground(), EFFORT);
    assert_eq!(problem.check(&draft), []);
    draft
}

fn starts(problem: &Problem) -> Vec<Option<i64>> {
    drafted(problem).into_iter().map(|placed| placed.map(|placed| placed.at)).collect()
}

fn at(at: i64, room: usize) -> Option<Placement> {
    Some(Placement { at, room })
}

fn why(problem: &Problem, i: usize) -> Option<Reason> {
    problem.reason(&problem.ground(), &drafted(problem), i)
}

#[test]
fn what_fits_is_placed_from_the_beginning_on_without_gaps() {
    assert_eq!(starts(&hour(vec![task(30), task(20)])), [Some(20), Some(0)]);
    assert_eq!(starts(&hour(vec![])), []);
}

#[test]
fn nothing_leaves_the_hours_or_begins_between_two_steps() {
    let problem = hour(vec![task(30)]);
    assert_eq!(problem.check(&vec![at(40, 0)]), [Violation::OutsideHours(0)]);
    assert_eq!(problem.check(&vec![at(-5, 0)]), [Violation::OutsideHours(0)]);
    assert_eq!(problem.check(&vec![at(3, 0)]), [Violation::OffGrid(0)]);
    assert_eq!(problem.check(&vec![]), [Violation::Incomplete]);
    let two_days = Problem { hours: vec![Stretch { from: 0, to: 20 }, Stretch { from: 1_440, to: 1_480 }], ..hour(vec![task(30)]) };
    assert_eq!(starts(&two_days), [Some(1_440)]);
    let odd = Problem { hours: vec![Stretch { from: 7, to: 47 }], ..hour(vec![task(37)]) };
    assert_eq!(starts(&odd), [Some(10)]);
}

#[test]
fn what_is_longer_than_the_hours_is_not_cut() {
    let problem = hour(vec![task(90), task(30)]);
    assert_eq!(starts(&problem), [None, Some(0)]);
    assert_eq!(why(&problem, 0), Some(Reason::TooLong(60)));
    assert_eq!(why(&problem, 1), None);
}

#[test]
fn sessions_and_breaks_stay_where_they_are() {
    let problem = Problem { fixed: vec![stay(0, 20)], ..hour(vec![task(30)]) };
    assert_eq!(starts(&problem), [Some(20)]);
    assert_eq!(problem.check(&vec![at(10, 0)]), [Violation::TooNear(0, Thing::Fixed(0))]);
    let full = Problem { fixed: vec![stay(20, 40)], ..hour(vec![task(30)]) };
    assert_eq!(why(&full, 0), Some(Reason::NoHole(20)));
}

#[test]
fn a_pause_lies_between_sessions_but_not_beside_a_break() {
    let problem = Problem { pause: 10, fixed: vec![stay(0, 10)], ..hour(vec![task(15), task(15)]) };
    assert_eq!(starts(&problem), [Some(20), Some(45)]);
    assert_eq!(problem.check(&vec![at(20, 0), at(40, 0)]), [Violation::TooNear(0, Thing::Task(1))]);
    let rest = Problem { fixed: vec![Fixed { is_break: true, ..stay(0, 10) }], ..problem };
    assert_eq!(starts(&rest), [Some(10), Some(35)]);
}

#[test]
fn a_room_has_one_session_at_a_time_and_holds_those_who_come() {
    let problem =
        Problem { rooms: vec![Place { holds: Some(10) }, Place { holds: Some(50) }], ..hour(vec![beside(60), beside(60), beside(60)]) };
    let placed = drafted(&problem);
    assert_eq!(placed.iter().flatten().count(), 2);
    assert_eq!(problem.check(&vec![at(0, 0), at(0, 0), None]), [Violation::TooNear(0, Thing::Task(1))]);
    let crowd = Problem { tasks: vec![Task { expected: 40, ..beside(60) }, beside(60)], ..problem.clone() };
    assert_eq!(drafted(&crowd), [at(0, 1), at(0, 0)]);
    assert_eq!(crowd.check(&vec![at(0, 0), None]), [Violation::RoomTooSmall(0)]);
    assert_eq!(crowd.check(&vec![at(0, 7), None]), [Violation::RoomTooSmall(0)]);
    let too_many = Problem { tasks: vec![Task { expected: 60, ..beside(60) }], ..problem };
    assert_eq!(why(&too_many, 0), Some(Reason::RoomsTooSmall(50)));
}

#[test]
fn what_stays_keeps_its_room_only() {
    let fixed = vec![Fixed { room: Some(0), for_all: false, ..stay(0, 60) }];
    let problem = Problem { rooms: vec![Place { holds: None }; 2], fixed, ..hour(vec![beside(30)]) };
    assert_eq!(drafted(&problem), [at(0, 1)]);
    assert_eq!(why(&Problem { tasks: vec![task(30)], ..problem }, 0), Some(Reason::NoHole(0)));
}

#[test]
fn nothing_is_beside_what_is_for_all() {
    let problem = Problem { rooms: vec![Place { holds: None }; 2], ..hour(vec![task(30), beside(30), beside(30)]) };
    let placed = drafted(&problem);
    assert_eq!(placed.iter().flatten().count(), 3);
    assert_eq!(problem.check(&vec![at(0, 0), at(0, 1), None]), [Violation::TooNear(0, Thing::Task(1))]);
}

#[test]
fn somebody_is_in_one_place_at_a_time_and_only_when_there() {
    let speaks = |voice| Task { voices: vec![voice], ..beside(30) };
    let rooms = vec![Place { holds: None }; 2];
    let problem = Problem { rooms, voices: vec![None], ..hour(vec![speaks(0), speaks(0)]) };
    assert_eq!(starts(&problem), [Some(0), Some(30)]);
    assert_eq!(problem.check(&vec![at(0, 0), at(0, 1)]), [Violation::TooNear(0, Thing::Task(1))]);
    let late = Problem { voices: vec![Some(vec![Stretch { from: 25, to: 60 }])], ..problem.clone() };
    assert_eq!(drafted(&late).iter().flatten().map(|placed| placed.at).collect::<Vec<_>>(), [25]);
    assert_eq!(late.check(&vec![at(0, 0), None]), [Violation::VoiceAbsent(0, 0)]);
    let never = Problem { voices: vec![Some(vec![Stretch { from: 40, to: 60 }])], ..problem.clone() };
    assert_eq!(why(&never, 0), Some(Reason::VoiceAbsent(0)));
    let both = Task { voices: vec![0, 1], ..task(30) };
    let hours = vec![Some(vec![Stretch { from: 0, to: 35 }]), Some(vec![Stretch { from: 20, to: 60 }])];
    assert_eq!(why(&Problem { voices: hours, tasks: vec![both], ..problem.clone() }, 0), Some(Reason::VoicesApart));
    let elsewhere = Fixed { room: Some(0), for_all: false, voices: vec![0], ..stay(0, 30) };
    assert_eq!(starts(&Problem { fixed: vec![elsewhere], tasks: vec![speaks(0)], ..problem }), [Some(30)]);
}

#[test]
fn minutes_that_many_want_come_first() {
    let problem = hour(vec![task(40), Task { votes: 9, ..task(30) }, task(20)]);
    assert_eq!(starts(&problem), [None, Some(20), Some(0)]);
    assert_eq!(why(&problem, 0), Some(Reason::Taken));
    assert_eq!(problem.figures(&drafted(&problem)).worth, Reverse(30 * 10 + 20));
}

#[test]
fn placing_decides_before_collisions_and_collisions_before_the_hour() {
    let rooms = vec![Place { holds: None }; 2];
    let wishes = vec![Wish { task: 0, other: Thing::Task(1), people: 7 }];
    let problem = Problem { rooms, wishes, ..hour(vec![beside(30), beside(30), beside(60)]) };
    let draft = drafted(&problem);
    assert_eq!(draft.iter().flatten().count(), 3);
    assert_eq!(problem.figures(&draft).collisions, 0);
    let tight = Problem { hours: vec![Stretch { from: 0, to: 40 }], tasks: vec![beside(30), beside(30)], ..problem.clone() };
    let draft = drafted(&tight);
    assert_eq!((draft.iter().flatten().count(), tight.figures(&draft).collisions), (2, 7));
    assert_eq!(tight.collisions(&draft).count(), 1);
}

#[test]
fn what_stays_and_what_is_placed_can_be_wanted_by_the_same_people() {
    let fixed = vec![Fixed { room: Some(1), for_all: false, ..stay(0, 30) }];
    let wishes = vec![Wish { task: 0, other: Thing::Fixed(0), people: 5 }];
    let problem = Problem { rooms: vec![Place { holds: None }; 2], fixed, wishes, ..hour(vec![beside(20)]) };
    assert_eq!(starts(&problem), [Some(30)]);
}

#[test]
fn night_decides_before_an_early_start_and_what_many_want_is_kept_from_it() {
    let night = vec![(Stretch { from: 0, to: 30 }, 4)];
    let problem = Problem { night, ..hour(vec![task(30), Task { votes: 3, ..task(30) }]) };
    assert_eq!(starts(&problem), [Some(0), Some(30)]);
    assert_eq!(problem.figures(&drafted(&problem)).night, 30 * 4);
    let alone = Problem { tasks: vec![task(20)], ..problem };
    assert_eq!(starts(&alone), [Some(30)]);
}

#[test]
fn days_are_counted_end_to_end() {
    let hours = vec![Stretch { from: 60, to: 120 }, Stretch { from: 1_500, to: 1_560 }];
    let problem = Problem { hours, pause: 10, ..Problem::default() };
    let since = |at| problem.since_begin(at);
    assert_eq!([since(60), since(90), since(1_500), since(1_530)], [0, 30, 70, 100]);
}

#[test]
fn the_same_question_has_the_same_draft() {
    let mut chance = Chance(5);
    for _ in 0..20 {
        let problem = chance.problem(8);
        assert_eq!(drafted(&problem), drafted(&problem));
    }
}

/// Everything that could be placed is tried.
#[test]
fn no_draft_of_a_small_question_is_better() {
    let mut chance = Chance(7);
    for n in 0..100 {
        let problem = chance.problem(4);
        let found = problem.figures(&drafted(&problem));
        let mut best = found;
        all(&problem, &mut vec![], &mut best);
        assert_eq!(found, best, "question {n}: {problem:#?}");
    }
}

/// Tries what is placed so far with every placement of the rest.
fn all(problem: &Problem, placed: &mut Draft, best: &mut Figures) {
    let i = placed.len();
    if i == problem.tasks.len() {
        *best = (*best).min(problem.figures(placed));
        return;
    }
    let mut rest = vec![None];
    for hours in &problem.hours {
        for room in 0..problem.rooms.len() {
            rest.extend((hours.from..hours.to).filter(|at| at % STEP == 0).map(|minute| at(minute, room)));
        }
    }
    for one in rest {
        placed.push(one);
        let so_far = Problem { tasks: problem.tasks[..=i].to_vec(), ..problem.clone() };
        if so_far.check(placed).is_empty() {
            all(problem, placed, best);
        }
        placed.pop();
    }
}

/// A fixed sequence of small questions.
pub(super) struct Chance(pub u64);

impl Chance {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % count
    }

    fn minutes(&mut self, steps: u64) -> i64 {
        STEP * i64::try_from(self.below(steps)).unwrap()
    }

    fn small(&mut self, count: u64) -> u32 {
        u32::try_from(self.below(count)).unwrap()
    }

    fn index(&mut self, count: usize) -> usize {
        usize::try_from(self.below(count as u64)).unwrap()
    }

    pub(super) fn problem(&mut self, tasks: usize) -> Problem {
        let first = 25 + self.minutes(4);
        let mut hours = vec![Stretch { from: 0, to: first }];
        if self.below(2) == 0 {
            hours.push(Stretch { from: first + 5, to: first + 20 + self.minutes(3) });
        }
        let end = hours.last().unwrap().to;
        let rooms: Vec<Place> = (0..1 + self.below(2)).map(|_| Place { holds: (self.below(2) == 0).then(|| 5 + self.small(10)) }).collect();
        let voices =
            (0..2).map(|_| (self.below(3) == 0).then(|| vec![Stretch { from: self.minutes(4), to: 20 + self.minutes(5) }])).collect();
        let fixed: Vec<Fixed> = (0..self.below(2))
            .map(|_| {
                let from = self.minutes(7) + self.below(3) as i64;
                let room = (self.below(2) == 0).then(|| self.index(rooms.len()));
                Fixed {
                    room,
                    for_all: self.below(2) == 0,
                    is_break: self.below(3) == 0,
                    voices: vec![self.index(2)],
                    ..stay(from, from + 10)
                }
            })
            .collect();
        let count = 1 + self.index(tasks);
        let tasks: Vec<Task> = (0..count)
            .map(|_| Task {
                minutes: 5 + self.minutes(4) + self.below(2) as i64 * 3,
                votes: self.small(5),
                for_all: self.below(3) == 0,
                expected: self.small(12),
                voices: (0..2).filter(|_| self.below(3) == 0).collect(),
            })
            .collect();
        let mut wishes = Vec::new();
        for task in 0..count {
            let later = (task + 1..count).map(Thing::Task).chain((0..fixed.len()).map(Thing::Fixed));
            for other in later.collect::<Vec<_>>() {
                if self.below(2) == 0 {
                    wishes.push(Wish { task, other, people: 1 + self.small(9) });
                }
            }
        }
        let night = (self.below(2) == 0).then(|| (Stretch { from: end - 20, to: end }, 1 + self.small(3)));
        Problem { hours, pause: self.minutes(3), rooms, fixed, tasks, voices, wishes, night: night.into_iter().collect() }
    }
}
