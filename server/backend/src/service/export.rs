//! Everything held about a person, as a folder of JSON files in a zip archive.

mod polls;
mod procedures;
mod talk;

use crate::clock::instant;
use crate::entity::{
    audit, credential, event, hidden_topic, interest, invitation, outcome, person, registration, registration_needs, round, session,
    session_speaker, speaker_hours, support, topic, topic_file, topic_version, voter,
};
use crate::repo::{self, people};
use crate::service::access::Actor;
use crate::service::files::{Beside, Parts};
use crate::{Error, Result, Site};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The purpose under which needs are sealed; the registration's id follows.
const NEEDS: &str = "needs";

/// The archive. What a person may not even see about themselves is what they did without a name: those topics and comments are not
/// in it.
pub async fn export(site: &Site, actor: &Actor) -> Result<Vec<u8>> {
    let me = actor.me()?;
    let db = site.db.read();
    let own = people::own(db, me.id).await?;
    let events = event_slugs(db, me.id).await?;
    let files = [
        ("profile.json", profile(site, &own.person)),
        ("consents.json", consents(&own)),
        ("roles.json", own.roles.iter().map(|(host, role)| json!({"host": host.slug, "role": <&str>::from(*role)})).collect()),
        ("registrations.json", registrations(site, db, me.id, &events).await?),
        ("interest.json", interests(db, me.id, &events).await?),
        ("invitations.json", invitations(db, me.id, &events).await?),
        ("topics.json", topics(db, me.id, &events).await?),
        ("supports.json", supports(db, me.id).await?),
        ("comments.json", talk::comments(db, me.id).await?),
        ("follows.json", talk::follows(db, me.id).await?),
        ("topic_news.json", talk::news(db, me.id).await?),
        ("reports.json", talk::reports(db, me.id).await?),
        ("date_polls.json", polls::answered(db, me).await?),
        ("outcomes.json", owned(db, me.id).await?),
        ("rounds.json", rounds(db, me.id, &events).await?),
        ("procedures.json", procedures::answered(db, me.id).await?),
        ("marks.json", marks(db, me.id).await?),
        ("speaking.json", speaking(db, me.id).await?),
        ("speaking_hours.json", speaking_hours(db, me.id).await?),
        ("sessions.json", sessions(db, me.id).await?),
        ("actions.json", actions(db, me.id).await?),
    ];
    let mut archive = pack(&files)?;
    attached(&mut archive, site, me.id).await?;
    Ok(archive.finish().map_err(Error::internal)?.into_inner())
}

type Archive = ZipWriter<Cursor<Vec<u8>>>;

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).unix_permissions(0o600)
}

/// The files beside topics that the person proposed with their name, part by part, each behind the number of its row: names repeat.
async fn attached(archive: &mut Archive, site: &Site, id: i64) -> Result<()> {
    let db = site.db.read();
    let mine = topic::Entity::find().select_only().column(topic::Column::Id).filter(topic::Column::AuthorId.eq(id));
    let files = topic_file::Entity::find().filter(topic_file::Column::TopicId.in_subquery(mine.into_query()));
    for file in files.order_by_asc(topic_file::Column::Id).all(db).await? {
        archive.start_file(format!("topic_files/{}-{}", file.id, file.name), options()).map_err(Error::internal)?;
        let mut parts = Parts::of(site, Beside::Topic, file.id, file.size);
        while let Some(part) = parts.bytes().await? {
            archive.write_all(&part).map_err(Error::internal)?;
        }
    }
    Ok(())
}

fn pack(files: &[(&str, Value)]) -> Result<Archive> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, value) in files {
        archive.start_file(*name, options()).map_err(Error::internal)?;
        let text = serde_json::to_string_pretty(value).map_err(Error::internal)?;
        archive.write_all(text.as_bytes()).map_err(Error::internal)?;
    }
    Ok(archive)
}

fn at(millisecond: i64) -> String {
    instant(millisecond).to_string()
}

type Slugs = HashMap<i64, String>;

/// The slugs of all events the rows below speak of.
async fn event_slugs(db: &impl ConnectionTrait, id: i64) -> Result<Slugs> {
    let mut ids: Vec<i64> = Vec::new();
    ids.extend(registration::Entity::find().filter(registration::Column::PersonId.eq(id)).all(db).await?.iter().map(|r| r.event_id));
    ids.extend(interest::Entity::find().filter(interest::Column::PersonId.eq(id)).all(db).await?.iter().map(|r| r.event_id));
    ids.extend(invitation::Entity::find().filter(invitation::Column::PersonId.eq(id)).all(db).await?.iter().map(|r| r.event_id));
    ids.extend(topic::Entity::find().filter(topic::Column::AuthorId.eq(id)).all(db).await?.iter().map(|r| r.event_id));
    ids.extend(voted(db, id).await?.iter().map(|r| r.event_id));
    ids.sort_unstable();
    ids.dedup();
    let rows = event::Entity::find().filter(event::Column::Id.is_in(ids)).all(db).await?;
    Ok(rows.into_iter().map(|event| (event.id, event.slug)).collect())
}

fn profile(site: &Site, person: &person::Model) -> Value {
    json!({
        "email": person.email,
        "name": person.name,
        "zone": person.zone,
        "travel": person.travel.as_ref().map(|travel| &travel.0),
        "country": person.country,
        "language": person.language.0,
        "segment": person.segment.map(|segment| segment.0),
        "organisation": person.organisation,
        "competences": person.competences.0,
        "contact_per_year": person.contact_per_year,
        "administrator": person.is_admin,
        "calendar_url": crate::service::people::calendar_url(site, person),
        "first_signed_in_at": person.first_signed_in_at.map(at),
        "created_at": at(person.created_at),
    })
}

fn consents(own: &people::Own) -> Value {
    let one = |row: &crate::entity::consent::Model| json!({"purpose": row.purpose, "given": row.given, "wording": row.wording, "on_paper": row.host_id.is_some(), "decided_at": at(row.decided_at)});
    own.decisions.iter().map(one).collect()
}

async fn registrations(site: &Site, db: &impl ConnectionTrait, id: i64, events: &Slugs) -> Result<Value> {
    let rows =
        registration::Entity::find().filter(registration::Column::PersonId.eq(id)).order_by_asc(registration::Column::Id).all(db).await?;
    let needs = registration_needs::Entity::find()
        .filter(registration_needs::Column::RegistrationId.is_in(rows.iter().map(|row| row.id)))
        .all(db)
        .await?;
    let opened = |id: i64| {
        let sealed = needs.iter().find(|needs| needs.registration_id == id)?;
        String::from_utf8(site.keys.open(&format!("{NEEDS}/{id}"), &sealed.sealed)?).ok()
    };
    let one = |row: registration::Model| {
        json!({
            "event": events.get(&row.event_id),
            "mode": row.mode.0.mode(),
            "run": row.mode.0.run().number(),
            "status": row.status.0,
            "named_to_participants": row.named,
            "waiting_for": row.waiting_mode.map(|spot| spot.0.mode()),
            "waiting_for_run": row.waiting_mode.map(|spot| spot.0.run().number()),
            "needs": opened(row.id),
            "registered_at": at(row.registered_at),
            "cancelled_at": row.cancelled_at.map(at),
        })
    };
    Ok(rows.into_iter().map(one).collect())
}

async fn interests(db: &impl ConnectionTrait, id: i64, events: &Slugs) -> Result<Value> {
    let rows = interest::Entity::find().filter(interest::Column::PersonId.eq(id)).order_by_asc(interest::Column::Id).all(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| json!({"event": events.get(&row.event_id), "answer": row.answer.0, "answered_at": at(row.answered_at)}))
        .collect())
}

async fn invitations(db: &impl ConnectionTrait, id: i64, events: &Slugs) -> Result<Value> {
    let rows = invitation::Entity::find().filter(invitation::Column::PersonId.eq(id)).order_by_asc(invitation::Column::Id).all(db).await?;
    let one = |row: invitation::Model| {
        json!({
            "event": events.get(&row.event_id),
            "origin": row.origin,
            "answer": row.partstat.0,
            "delivery": row.delivery.0,
            "sequence": row.sequence,
            "withdrawn": row.withdrawn,
            "created_at": at(row.created_at),
            "changed_at": at(row.changed_at),
        })
    };
    Ok(rows.into_iter().map(one).collect())
}

async fn topics(db: &impl ConnectionTrait, id: i64, events: &Slugs) -> Result<Value> {
    let rows = topic::Entity::find().filter(topic::Column::AuthorId.eq(id)).order_by_asc(topic::Column::Id).all(db).await?;
    let hidden = hidden_topic::Entity::find().filter(hidden_topic::Column::TopicId.is_in(rows.iter().map(|row| row.id))).all(db).await?;
    let versions = topic_version::Entity::find().filter(topic_version::Column::TopicId.is_in(rows.iter().map(|row| row.id)));
    let versions = versions.order_by_asc(topic_version::Column::Id).all(db).await?;
    let before = |id: i64| -> Value {
        let of = versions.iter().filter(|version| version.topic_id == id);
        of.map(|version| json!({"title": version.title.0, "summary": version.summary.as_ref().map(|text| &text.0), "minutes": version.minutes, "wanted": version.wanted.map(|wanted| wanted.0), "area": version.area, "links": version.links.0, "written_on": version.written_on})).collect()
    };
    let one = |row: topic::Model| {
        // Hidden words are still their author's.
        let own = hidden.iter().find(|own| own.topic_id == row.id).cloned();
        let hidden = own.as_ref().map(|own| own.reason.0.clone());
        let (title, summary) = own.map_or((row.title, row.summary), |own| (own.title, own.summary));
        json!({
            "event": events.get(&row.event_id),
            "number": row.number,
            "title": title.0,
            "before": before(row.id),
            "summary": summary.map(|text| text.0),
            "hidden": hidden,
            "minutes": row.minutes,
            "wanted": row.wanted.map(|wanted| wanted.0),
            "area": row.area,
            "links": row.links.0,
            "status": row.status.0,
            "proposed_on": row.proposed_on,
        })
    };
    Ok(rows.into_iter().map(one).collect())
}

async fn supports(db: &impl ConnectionTrait, id: i64) -> Result<Value> {
    let supported = support::Entity::find().filter(support::Column::PersonId.eq(id)).all(db).await?;
    let ids = supported.iter().map(|row| row.topic_id);
    let rows = topic::Entity::find().filter(topic::Column::Id.is_in(ids)).order_by_asc(topic::Column::Id).all(db).await?;
    Ok(rows.into_iter().map(|row| json!({"topic": row.id, "title": row.title.0})).collect())
}

async fn voted(db: &impl ConnectionTrait, id: i64) -> Result<Vec<round::Model>> {
    let rows = voter::Entity::find().filter(voter::Column::PersonId.eq(id)).filter(voter::Column::Voted.eq(true)).all(db).await?;
    let ids = rows.iter().map(|row| row.round_id);
    Ok(round::Entity::find().filter(round::Column::Id.is_in(ids)).order_by_asc(round::Column::Id).all(db).await?)
}

/// That the person voted, never what.
async fn rounds(db: &impl ConnectionTrait, id: i64, events: &Slugs) -> Result<Value> {
    let one = |row: round::Model| json!({"event": events.get(&row.event_id), "number": row.number, "title": row.title.0, "voted": true});
    Ok(voted(db, id).await?.into_iter().map(one).collect())
}

/// Sessions of agendas in the person's own calendar.
async fn marks(db: &impl ConnectionTrait, id: i64) -> Result<Value> {
    let ids = repo::agenda::marks(db, id).await?.into_iter().map(|(_, session)| session.0);
    of_agendas(db, ids.collect()).await
}

/// Actions that the person owns.
async fn owned(db: &impl ConnectionTrait, id: i64) -> Result<Value> {
    let rows = outcome::Entity::find().filter(outcome::Column::OwnerId.eq(id)).order_by_asc(outcome::Column::Id).all(db).await?;
    let events = event::Entity::find().filter(event::Column::Id.is_in(rows.iter().map(|row| row.event_id))).all(db).await?;
    let slug = |id: i64| events.iter().find(|event| event.id == id).map(|event| event.slug.clone());
    let one = |row: outcome::Model| json!({"event": slug(row.event_id), "text": row.text.0, "owner": row.owner_name, "due_on": row.due_on, "done_on": row.done_on});
    Ok(rows.into_iter().map(one).collect())
}

/// Sessions of agendas in which the person speaks, or which they lead.
async fn speaking(db: &impl ConnectionTrait, id: i64) -> Result<Value> {
    let rows = session_speaker::Entity::find().filter(session_speaker::Column::PersonId.eq(id)).all(db).await?;
    of_agendas(db, rows.into_iter().map(|row| row.session_id).collect()).await
}

/// When organisers noted that the person can be at an event.
async fn speaking_hours(db: &impl ConnectionTrait, id: i64) -> Result<Value> {
    let its_event = speaker_hours::Entity::belongs_to(event::Entity).from(speaker_hours::Column::EventId).to(event::Column::Id);
    let rows: Vec<(String, String, String)> = speaker_hours::Entity::find()
        .select_only()
        .column(event::Column::Slug)
        .columns([speaker_hours::Column::FromLocal, speaker_hours::Column::UntilLocal])
        .join(JoinType::InnerJoin, its_event.into())
        .filter(speaker_hours::Column::PersonId.eq(id))
        .order_by_asc(speaker_hours::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(event, from, until)| json!({"event": event, "from_local": from, "until_local": until})).collect())
}

async fn of_agendas(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<Value> {
    let rows = session::Entity::find().filter(session::Column::Id.is_in(ids)).order_by_asc(session::Column::Id).all(db).await?;
    let events = event::Entity::find().filter(event::Column::Id.is_in(rows.iter().map(|row| row.event_id))).all(db).await?;
    let slug = |id: i64| events.iter().find(|event| event.id == id).map(|event| event.slug.clone());
    let one = |row: session::Model| json!({"event": slug(row.event_id), "session": row.id, "title": row.title.0});
    Ok(rows.into_iter().map(one).collect())
}

async fn sessions(db: &impl ConnectionTrait, id: i64) -> Result<Value> {
    let rows = credential::Entity::find().filter(credential::Column::PersonId.eq(id)).order_by_asc(credential::Column::Id).all(db).await?;
    let one = |row: credential::Model| json!({"kind": row.kind, "created_at": at(row.created_at), "expires_at": row.expires_at.map(at)});
    Ok(rows.into_iter().map(one).collect())
}

async fn actions(db: &impl ConnectionTrait, id: i64) -> Result<Value> {
    let rows = audit::Entity::find().filter(audit::Column::ActorId.eq(id)).order_by_asc(audit::Column::Id).all(db).await?;
    Ok(rows.into_iter().map(|row| json!({"action": row.action, "at": at(row.at)})).collect())
}
