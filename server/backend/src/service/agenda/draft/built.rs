//! The tasks, what stays and the wishes of a question, as the rule counts them.

use super::super::input::Named;
use super::asked::{TopicSettings, minute};
use super::question::{Label, Read, What, both};
use crate::entity::topic;
use crate::repo::agenda::Draft;
use crate::repo::runs;
use domain::agenda::draft::{Fixed, Place, Problem, Stretch, Task, Thing, Wish};
use domain::agenda::{Part, Session, Speaker};
use domain::event::Run;
use domain::text::Text;
use domain::time::Zone;

/// What the question is made of while it is put together.
#[derive(Default)]
pub(super) struct Built {
    pub(super) labels: Vec<Label>,
    tasks: Vec<Task>,
    fixed: Vec<Fixed>,
    pub(super) rooms: Vec<Option<Text>>,
    places: Vec<Place>,
    pub(super) voices: Vec<Speaker>,
    /// Of each task and then of each that stays: its session and its topic.
    of_tasks: Vec<(Option<i64>, Option<i64>)>,
    of_fixed: Vec<(Option<i64>, Option<i64>)>,
}

impl Built {
    pub(super) fn fill(&mut self, read: &Read, topics: &[(topic::Model, TopicSettings)], anew: &[Draft], kept: &[Draft]) {
        self.use_rooms(read);
        for (row, said) in topics {
            self.add_topic(read, row, said);
        }
        for one in anew {
            self.add_session(read, one);
        }
        for one in kept {
            self.keep(read, one, kept);
        }
        for lunch in read.lunches() {
            self.fixed.push(Fixed { at: lunch, room: None, for_all: true, is_break: true, voices: Vec::new() });
            self.of_fixed.push((None, None));
        }
    }

    fn use_rooms(&mut self, read: &Read) {
        let chosen = |room: &&domain::agenda::Room| {
            let same = |name: &String| read.known.room(&both(name)).is_some_and(|found| found == *room);
            read.settings.rooms.as_ref().is_none_or(|names| names.iter().any(same))
        };
        for room in read.known.rooms.iter().filter(chosen) {
            self.rooms.push(Some(room.name.clone()));
            self.places.push(Place { holds: Some(room.capacity) });
        }
        if self.rooms.is_empty() {
            self.rooms.push(None);
            self.places.push(Place { holds: None });
        }
    }

    fn voice(&mut self, speaker: Speaker) -> usize {
        match self.voices.iter().position(|known| known.is_same(&speaker)) {
            Some(i) => i,
            None => {
                self.voices.push(speaker);
                self.voices.len() - 1
            }
        }
    }

    fn add_topic(&mut self, read: &Read, row: &topic::Model, said: &TopicSettings) {
        let speaker = |one: &Named| match one {
            Named::Person(email) => match read.people.get(&email.to_string()) {
                Some(id) => Speaker::Person(*id),
                None => Speaker::Named(email.to_string()),
            },
            Named::Name(name) => Speaker::Named(name.clone()),
        };
        let speakers: Vec<Speaker> = said.speakers.iter().map(speaker).collect();
        let votes = read.votes(Some(row.id));
        let voices = speakers.iter().map(|one| self.voice(one.clone())).collect();
        let for_all = said.part == Part::Main;
        self.tasks.push(Task {
            minutes: row.minutes.into(),
            votes,
            for_all,
            expected: read.expected(said.part, said.expected, votes),
            voices,
        });
        self.of_tasks.push((None, Some(row.id)));
        self.labels.push(Label {
            what: What::Topic(row.id, row.number),
            title: row.title.0.clone(),
            part: said.part,
            speakers,
            given: said.speakers.clone(),
            version: None,
        });
    }

    fn add_session(&mut self, read: &Read, one: &Draft) {
        let session = &one.session;
        let topic = session.topic.map(|topic| topic.0);
        let votes = read.votes(topic).max(read.known.marked.get(&session.id).copied().unwrap_or_default());
        let voices: Vec<usize> = session.voices().cloned().collect::<Vec<_>>().into_iter().map(|one| self.voice(one)).collect();
        // A working group's session is beside others even in the main part.
        let for_all = session.part == Part::Main && session.group.is_none();
        let part = if for_all { Part::Main } else { Part::Supplementary };
        let expected = read.expected(part, None, votes);
        self.tasks.push(Task { minutes: session.minutes.get().into(), votes, for_all, expected, voices });
        self.of_tasks.push((Some(session.id.0), topic));
        self.labels.push(Label {
            what: What::Session(session.id.0),
            title: session.title.clone(),
            part: session.part,
            speakers: session.voices().cloned().collect(),
            given: Vec::new(),
            version: Some(one.version),
        });
    }

    fn keep(&mut self, read: &Read, one: &Draft, kept: &[Draft]) {
        let session = &one.session;
        let span = at(session, &read.zone);
        let rivals = |other: &Draft| {
            let other = &other.session;
            other.id != session.id && other.is_attended() && at(other, &read.zone).common(span) > 0
        };
        let alone = session.part == Part::Main && session.group.is_none() && !kept.iter().any(rivals);
        let is_break = !session.is_attended();
        let room = session.room.as_ref().and_then(|name| {
            let known = read.known.room(name)?;
            self.rooms.iter().position(|room| room.as_ref() == Some(&known.name))
        });
        // Without rooms all are in the event's own place.
        let room = room.or((self.rooms == [None] && session.online_url.is_none()).then_some(0));
        let voices = session.voices().cloned().collect::<Vec<_>>().into_iter().map(|one| self.voice(one)).collect();
        self.fixed.push(Fixed { at: span, room, for_all: is_break || alone, is_break, voices });
        self.of_fixed.push((Some(session.id.0), session.topic.map(|topic| topic.0)));
    }

    pub(super) fn problem(&mut self, read: &Read, kept: &[Draft]) -> Problem {
        debug_assert!(self.fixed.len() >= kept.len(), "lunches stand after what is kept");
        Problem {
            hours: read.settings.hours.clone(),
            pause: read.settings.pause,
            rooms: std::mem::take(&mut self.places),
            fixed: std::mem::take(&mut self.fixed),
            tasks: std::mem::take(&mut self.tasks),
            voices: self.voices.iter().map(|voice| there(read, voice)).collect(),
            wishes: self.wishes(read),
            night: read.night(),
        }
    }

    fn wishes(&self, read: &Read) -> Vec<Wish> {
        let people = |one: &(Option<i64>, Option<i64>), other: &(Option<i64>, Option<i64>)| {
            let marked = one.0.zip(other.0).and_then(|(a, b)| read.marks.get(&(a.min(b), a.max(b))).copied());
            let voted = one.1.zip(other.1).filter(|(a, b)| a != b).map(|(a, b)| read.counted.both(a, b));
            marked.unwrap_or_default().max(voted.unwrap_or_default())
        };
        let mut wishes = Vec::new();
        for (task, one) in self.of_tasks.iter().enumerate() {
            let later = self.of_tasks.iter().enumerate().skip(task + 1).map(|(i, other)| (Thing::Task(i), people(one, other)));
            let stay = self.of_fixed.iter().enumerate().map(|(k, other)| (Thing::Fixed(k), people(one, other)));
            wishes.extend(later.chain(stay).filter(|(_, people)| *people > 0).map(|(other, people)| Wish { task, other, people }));
        }
        wishes
    }
}

/// When a voice can be there: at both times of an event that is held twice.
fn there(read: &Read, voice: &Speaker) -> Option<Vec<Stretch>> {
    let own = read.known.hours.iter().filter(|(known, _)| known.is_same(voice));
    let own: Vec<Stretch> = own.map(|(_, span)| Stretch { from: minute(span.from), to: minute(span.to) }).collect();
    if own.is_empty() {
        return None;
    }
    if !runs::is_twice(&read.event) {
        return Some(own);
    }
    let later = (runs::at(&read.event, Run::Second).starts_at - read.event.starts_at) / 60_000;
    let second: Vec<Stretch> = own.iter().map(|one| Stretch { from: one.from - later, to: one.to - later }).collect();
    let meet = |one: &Stretch| {
        let one = *one;
        second
            .iter()
            .map(move |other| Stretch { from: one.from.max(other.from), to: one.to.min(other.to) })
            .filter(|both| both.from < both.to)
    };
    Some(own.iter().flat_map(meet).collect())
}

fn at(session: &Session, zone: &Zone) -> Stretch {
    let span = session.span(zone);
    Stretch { from: minute(span.from), to: minute(span.to) }
}
