//! Random questions about agendas with our drafts, one JSON a line, for a foreign solver to check: `drafts FILE COUNT`. `drafts largest`
//! answers one of the size that must not take long: 60 topics, 10 rooms, 3 days.

use domain::agenda::draft::{Draft, Fixed, Place, Problem, STEP, Stretch, Task, Thing, Wish, effort, search};
use serde_json::{Value, json};
use std::io::Write;

type Failure = Box<dyn std::error::Error>;

/// Pcg-like steps; which questions are asked must be the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap_or(0) % count.max(1)
    }

    fn one_in(&mut self, count: i64) -> bool {
        self.below(count) == 0
    }

    fn small(&mut self, count: i64) -> u32 {
        u32::try_from(self.below(count)).unwrap_or(0)
    }

    fn index(&mut self, count: usize) -> usize {
        usize::try_from(self.below(i64::try_from(count).unwrap_or(1))).unwrap_or(0)
    }

    fn hours(&mut self) -> Vec<Stretch> {
        let first = 60 + STEP * self.below(16);
        let mut hours = vec![Stretch { from: self.below(4), to: first }];
        if self.one_in(2) {
            let gap = 1 + self.below(30);
            hours.push(Stretch { from: first + gap, to: first + gap + 40 + STEP * self.below(12) });
        }
        hours
    }

    fn fixed(&mut self, end: i64, rooms: usize) -> Fixed {
        let from = self.below(end);
        Fixed {
            at: Stretch { from, to: from + 10 + self.below(30) },
            room: self.one_in(2).then(|| self.index(rooms)),
            for_all: self.one_in(3),
            is_break: self.one_in(3),
            voices: (0..3).filter(|_| self.one_in(3)).collect(),
        }
    }

    fn task(&mut self) -> Task {
        Task {
            minutes: 10 + STEP * self.below(8) + if self.one_in(4) { self.below(5) } else { 0 },
            votes: self.small(12),
            for_all: self.one_in(3),
            expected: self.small(20),
            voices: (0..3).filter(|_| self.one_in(4)).collect(),
        }
    }

    fn question(&mut self, most: i64) -> Problem {
        let hours = self.hours();
        let end = hours.last().map_or(60, |last| last.to);
        let rooms: Vec<Place> = (0..=self.below(3)).map(|_| Place { holds: self.one_in(2).then(|| 5 + self.small(20)) }).collect();
        let fixed: Vec<Fixed> = (0..self.below(3)).map(|_| self.fixed(end, rooms.len())).collect();
        let tasks: Vec<Task> = (0..=self.below(most)).map(|_| self.task()).collect();
        let voice = |dice: &mut Self| {
            let from = STEP * dice.below(10);
            dice.one_in(3).then(|| vec![Stretch { from, to: from + 30 + dice.below(90) }])
        };
        let voices = (0..3).map(|_| voice(self)).collect();
        let night = (0..self.below(3)).map(|_| {
            let from = self.below(end);
            (Stretch { from, to: from + 5 + self.below(60) }, 1 + self.small(4))
        });
        let night = night.collect();
        let wishes = self.wishes(tasks.len(), fixed.len());
        Problem { hours, pause: STEP * self.below(4), rooms, fixed, tasks, voices, wishes, night }
    }

    fn wishes(&mut self, tasks: usize, fixed: usize) -> Vec<Wish> {
        let mut wishes = Vec::new();
        for task in 0..tasks {
            for other in (task + 1..tasks).map(Thing::Task).chain((0..fixed).map(Thing::Fixed)) {
                if self.one_in(2) {
                    wishes.push(Wish { task, other, people: 1 + self.small(15) });
                }
            }
        }
        wishes
    }

    /// Three days of eight hours, more topics than they hold.
    fn largest(&mut self) -> Problem {
        let hours = (0..3).map(|day| Stretch { from: day * 1_440, to: day * 1_440 + 480 }).collect();
        let rooms = (0..10).map(|n| Place { holds: Some(20 + 10 * n) }).collect();
        let task = |dice: &mut Self| Task {
            minutes: 20 + STEP * dice.below(21),
            votes: dice.small(200),
            for_all: dice.one_in(10),
            expected: dice.small(60),
            voices: vec![dice.index(40)],
        };
        let tasks: Vec<Task> = (0..60).map(|_| task(self)).collect();
        let wishes = self.wishes(60, 0);
        let night = vec![(Stretch { from: 0, to: 90 }, 30)];
        Problem { hours, pause: 10, rooms, fixed: Vec::new(), tasks, voices: vec![None; 40], wishes, night }
    }
}

fn answered(problem: &Problem) -> Draft {
    let ground = problem.ground();
    search(problem, &ground, effort(problem, &ground))
}

fn stretch(one: &Stretch) -> Value {
    json!([one.from, one.to])
}

fn line(problem: &Problem) -> Value {
    let draft = answered(problem);
    let figures = problem.figures(&draft);
    let other = |thing: &Thing| match thing {
        Thing::Task(i) => json!({"task": i}),
        Thing::Fixed(k) => json!({"fixed": k}),
    };
    json!({
        "hours": problem.hours.iter().map(stretch).collect::<Vec<_>>(),
        "pause": problem.pause,
        "rooms": problem.rooms.iter().map(|room| room.holds).collect::<Vec<_>>(),
        "fixed": problem.fixed.iter().map(|one| json!({"at": stretch(&one.at), "room": one.room, "for_all": one.for_all, "is_break": one.is_break, "voices": one.voices})).collect::<Vec<_>>(),
        "tasks": problem.tasks.iter().map(|one| json!({"minutes": one.minutes, "votes": one.votes, "for_all": one.for_all, "expected": one.expected, "voices": one.voices})).collect::<Vec<_>>(),
        "voices": problem.voices.iter().map(|hours| hours.as_ref().map(|hours| hours.iter().map(stretch).collect::<Vec<_>>())).collect::<Vec<_>>(),
        "wishes": problem.wishes.iter().map(|one| json!({"task": one.task, "other": other(&one.other), "people": one.people})).collect::<Vec<_>>(),
        "night": problem.night.iter().map(|(at, people)| json!([at.from, at.to, people])).collect::<Vec<_>>(),
        "draft": draft.iter().map(|placed| placed.map(|placed| json!([placed.at, placed.room]))).collect::<Vec<_>>(),
        "figures": [figures.worth.0, figures.collisions, figures.night, figures.wait],
        "proven": problem.proven(&problem.ground(), &draft),
        "broken": problem.check(&draft).len(),
    })
}

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("drafts FILE COUNT")?;
    let mut dice = Dice(11);
    if file == "largest" {
        let problem = dice.largest();
        let draft = answered(&problem);
        println!("{} of {} placed, {:?}", draft.iter().flatten().count(), draft.len(), problem.figures(&draft));
        return Ok(());
    }
    let count: usize = arguments.next().ok_or("drafts FILE COUNT")?.parse()?;
    let mut out = std::io::BufWriter::new(std::fs::File::create(file)?);
    for _ in 0..count {
        writeln!(out, "{}", line(&dice.question(6)))?;
    }
    Ok(out.flush()?)
}
