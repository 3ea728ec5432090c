//! A draft as an agenda that could be: what the picture of an agenda needs.

use super::super::view::{Agenda, Shown, called};
use super::propose::{Item, Proposal};
use super::question::What;
use domain::agenda::Session;
use domain::event::Run;
use domain::id::{SessionId, TopicId};
use domain::topic::Minutes;

impl Proposal {
    /// How many have a place.
    pub fn placed(&self) -> usize {
        self.items.iter().filter(|item| item.at.is_some()).count()
    }

    /// The sessions that stay and those that the draft places; ids of these are below 0, and those that are new have a topic.
    pub fn agenda(&self) -> Agenda {
        let new = (1..).zip(&self.items).filter_map(|(n, item)| self.placed_at(-n, item));
        let mut sessions: Vec<Shown> = self.kept.iter().map(|session| self.stays(session)).chain(new).collect();
        sessions.sort_by_key(|one| (one.span.from, one.session.id));
        Agenda {
            seen: self.seen.clone(),
            release: None,
            zone: self.zone.clone(),
            run: Run::First,
            sessions,
            differs: false,
            changes: Vec::new(),
            against: None,
            working: None,
        }
    }

    fn stays(&self, session: &Session) -> Shown {
        let name = |id| self.people.get(&id).cloned();
        self.shown(session.clone(), called(&session.speakers, name), called(&session.chairs, name))
    }

    fn placed_at(&self, id: i64, item: &Item) -> Option<Shown> {
        let (starts, _) = item.at?;
        let session = Session {
            room: item.room.clone(),
            part: item.part,
            topic: match item.what {
                What::Topic(id, _) => Some(TopicId(id)),
                What::Session(_) => None,
            },
            ..Session::new(SessionId(id), item.title.clone(), starts, Minutes::new(item.minutes).ok()?)
        };
        Some(self.shown(session, item.speakers.clone(), Vec::new()))
    }

    fn shown(&self, session: Session, speakers: Vec<String>, chairs: Vec<String>) -> Shown {
        Shown {
            span: session.span(&self.zone),
            again: None,
            ambiguous: false,
            online: session.online_url.is_some(),
            speakers,
            given: None,
            chairs,
            given_chairs: None,
            topic: None,
            marked: false,
            marks: None,
            version: None,
            session,
        }
    }
}
