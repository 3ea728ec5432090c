//! Taking a draft over: its sessions are made or moved in the working version, all of them or none.

use super::super::history::keep;
use super::super::input::{Named, SessionFields};
use super::super::{open, session};
use super::asked::Asked;
use super::propose::{Item, propose};
use super::question::{What, question};
use crate::service::access::{self, Actor};
use crate::{Error, Result, Site};

/// Makes the sessions of the draft that this question has, and gives how many there are. 409 `changed_meanwhile` if anything it was made
/// from is not as it was when `mark` was given, `nothing_placed` where there is none.
pub async fn apply(site: &Site, actor: &Actor, slug: &str, asked: &Asked, mark: &str) -> Result<usize> {
    let proposal = propose(site, actor, slug, asked).await?;
    if proposal.mark != mark {
        return Err(Error::Conflict("changed_meanwhile"));
    }
    let tx = site.db.begin_write().await?;
    let seen = open(&tx, actor, access::event(&tx, actor, slug).await?).await?;
    if question(&tx, site, seen.clone(), asked).await?.mark != mark {
        return Err(Error::Conflict("changed_meanwhile"));
    }
    let (mut made, mut edits) = (0, Vec::new());
    for item in proposal.items {
        let Some(fields) = fields(&item) else { continue };
        match item.what {
            What::Topic(..) => edits.push(session::add(&tx, site, actor, &seen, fields).await?),
            What::Session(id) => edits.extend(session::revise(&tx, site, actor, id, item.version, fields).await?),
        }
        made += 1;
    }
    if made == 0 {
        return Err(Error::Conflict("nothing_placed"));
    }
    // One step, so that the whole draft is taken back at once.
    keep(&tx, site, actor, edits).await?;
    tx.commit().await?;
    Ok(made)
}

/// A session as if it had been made by hand; one that is there already is only moved.
fn fields(item: &Item) -> Option<SessionFields> {
    let (starts, _) = item.at?;
    let mut fields = SessionFields { starts_local: Some(starts.to_string()), room: Some(item.room.clone()), ..SessionFields::default() };
    if let What::Topic(id, _) = item.what {
        let given = |one: &Named| match one {
            Named::Person(email) => email.to_string(),
            Named::Name(name) => name.clone(),
        };
        fields.title = Some(item.title.clone());
        fields.duration_minutes = Some(item.minutes);
        fields.topic = Some(Some(id));
        fields.part = Some(<&'static str>::from(item.part).to_owned());
        fields.speakers = Some(item.given.iter().map(given).collect());
    }
    Some(fields)
}
