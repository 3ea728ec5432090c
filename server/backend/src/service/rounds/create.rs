//! Making a round, and taking down who may vote in it.

use super::{electorate, remind};
use crate::entity::stored::JsonText;
use crate::entity::{event, round, round_topic, topic, voter};
use crate::error::{Error, Faults};
use crate::service::access::{self, Actor};
use crate::service::audit;
use crate::service::invitations::{self, WantedAudience};
use crate::{Result, Site, id, repo};
use domain::event::Status as EventStatus;
use domain::fault::{Fault, Refusal};
use domain::host::Right;
use domain::invitation::Audience;
use domain::text::Text;
use domain::topic::Status;
use domain::voting::{BALLOTS_MAX, ITEMS_MAX, Kind, MINUTES_MAX, Method, Utility, Voters};
use jiff::Timestamp;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, NotSet, QueryFilter, QueryOrder, Set};

const TITLE_MAX: usize = 200;

/// A round as an organiser makes it.
#[derive(Clone, Debug)]
pub struct NewRound {
    /// What is decided.
    pub title: Text,
    /// How it is counted.
    pub method: Method,
    /// May be past: then it is open at once.
    pub opens_at: Timestamp,
    /// In the future.
    pub closes_at: Timestamp,
    /// Topics by id in their display order; none: all that are proposed or shortlisted.
    pub topics: Option<Vec<i64>>,
    /// At most so many are chosen.
    pub winners: Option<i64>,
    /// At most so many minutes are filled.
    pub minutes: Option<i64>,
    /// At most so many topics on one ballot.
    pub max_choices: Option<i64>,
    /// Nobody ever learns who voted what; otherwise the ballots are shown with names once it has closed.
    pub secret: bool,
    /// What a ballot asks; none: what is usual for the method.
    pub kind: Option<Kind>,
    /// What an approved topic is worth in equal shares.
    pub utility: Utility,
    /// Who may vote.
    pub voters: Voters,
    /// With [`Voters::Audience`]: which.
    pub audience: Option<WantedAudience>,
    /// So many must vote for the result to be put to use.
    pub quorum: Option<i64>,
}

struct Checked {
    title: Text,
    kind: Kind,
    quorum: Option<i32>,
    audience: Option<Audience>,
    winners: Option<i32>,
    minutes: Option<i32>,
    max_choices: Option<i32>,
}

/// Makes a round.
pub async fn create(site: &Site, actor: &Actor, slug: &str, new: NewRound) -> Result<round::Model> {
    let mut faults = Faults::default();
    let checked = check(site, &new, &mut faults);
    faults.check()?;
    let mut checked = checked.ok_or_else(|| Error::internal("a round without a title has a fault"))?;
    let tx = site.db.begin_write().await?;
    let seen = access::event_locked(&tx, actor, slug).await?;
    actor.me()?;
    seen.require(Right::ManageRounds)?;
    if matches!(seen.event.status.0, EventStatus::Held | EventStatus::Cancelled) {
        return Err(Error::Conflict("status"));
    }
    checked.audience = audience(&tx, actor, &new).await?;
    let topics = chosen(&tx, seen.event.id, new.topics.as_deref()).await?;
    let number = repo::events::take_number(&tx, &seen.event, event::Column::NextRoundNumber, seen.event.next_round_number).await?;
    let round = insert(&tx, site, seen.event.id, number, &new, checked).await?;
    for (position, topic) in (0..).zip(topics) {
        let row = round_topic::ActiveModel {
            id: NotSet,
            round_id: Set(round.id),
            topic_id: Set(topic.id),
            position: Set(position),
            minutes: Set(topic.minutes),
            opened: Set(0),
        };
        row.insert(&tx).await?;
    }
    let round = open_if_due(&tx, site, round).await?;
    audit::note(&tx, site, actor, Some(seen.event.host_id), "round_made", &format!("{slug}/{number}"), new.method.into()).await?;
    tx.commit().await?;
    Ok(round)
}

fn check(site: &Site, new: &NewRound, faults: &mut Faults) -> Option<Checked> {
    let title = faults.take("title", Text::line(new.title.lv.as_deref(), new.title.en.as_deref(), TITLE_MAX));
    let kinds = new.method.kinds();
    let kind = new.kind.or(kinds.first().copied());
    if kind.is_some_and(|kind| !kinds.contains(&kind)) {
        faults.add(Fault::new("kind", "ballot_kind"));
    }
    if new.closes_at <= site.now() {
        faults.add(Fault::new("closes_at", "in_the_past"));
    } else if new.closes_at <= new.opens_at {
        faults.add(Fault::new("closes_at", "before_opening"));
    }
    let winners = within(faults, "winners", new.winners, i64::from(ITEMS_MAX));
    let minutes = within(faults, "minutes", new.minutes, i64::from(MINUTES_MAX));
    let max_choices = within(faults, "max_choices", new.max_choices, i64::from(ITEMS_MAX));
    if new.method == Method::EqualShares && new.minutes.is_none() {
        faults.add(Fault::new("minutes", "required"));
    }
    let quorum = within(faults, "quorum", new.quorum, i64::from(BALLOTS_MAX));
    Some(Checked { title: title?, kind: kind?, quorum, audience: None, winners, minutes, max_choices })
}

/// The audience as it is understood, where one is asked for.
async fn audience(tx: &impl ConnectionTrait, actor: &Actor, new: &NewRound) -> Result<Option<Audience>> {
    if new.voters != Voters::Audience {
        return Ok(None);
    }
    let mut faults = Faults::default();
    let wanted = new.audience.clone().unwrap_or_default();
    let audience = invitations::narrow(tx, actor, &wanted, &mut faults).await?;
    faults.check()?;
    Ok(Some(audience))
}

fn within(faults: &mut Faults, field: &str, value: Option<i64>, max: i64) -> Option<i32> {
    let value = value?;
    let fits = i32::try_from(value).ok().filter(|_| (1..=max).contains(&value));
    if fits.is_none() {
        faults.add(Fault::new(field, "out_of_range").with("min", 1).with("max", max));
    }
    fits
}

async fn chosen(tx: &impl ConnectionTrait, event_id: i64, wanted: Option<&[i64]>) -> Result<Vec<topic::Model>> {
    let open = [<&str>::from(Status::Proposed), <&str>::from(Status::Shortlisted)];
    let votable = topic::Entity::find()
        .filter(topic::Column::EventId.eq(event_id))
        .filter(topic::Column::Status.is_in(open))
        .filter(crate::service::topics::readable())
        .order_by_asc(topic::Column::Number)
        .all(tx)
        .await?;
    let refused = |code| Error::Invalid(vec![Refusal::new(code).at("topics")]);
    let topics = match wanted {
        None => votable,
        Some(ids) => {
            let pick = |id: &i64| votable.iter().find(|topic| topic.id == *id).cloned();
            let picked: Vec<_> = ids.iter().map(pick).collect::<Option<_>>().ok_or_else(|| refused("unknown_topic"))?;
            let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
            if distinct.len() == ids.len() { picked } else { return Err(refused("repeated_item")) }
        }
    };
    match topics.len() {
        0 => Err(refused("no_topics")),
        count if count > ITEMS_MAX as usize => Err(refused("too_many_items")),
        _ => Ok(topics),
    }
}

async fn insert(
    tx: &impl ConnectionTrait,
    site: &Site,
    event_id: i64,
    number: i32,
    new: &NewRound,
    checked: Checked,
) -> Result<round::Model> {
    let row = round::ActiveModel {
        id: NotSet,
        event_id: Set(event_id),
        number: Set(number),
        title: Set(checked.title.into()),
        method: Set(new.method.into()),
        opens_at: Set(new.opens_at.as_millisecond()),
        closes_at: Set(new.closes_at.as_millisecond()),
        winners: Set(checked.winners),
        minutes: Set(checked.minutes),
        max_choices: Set(checked.max_choices),
        secret: Set(new.secret),
        key: Set(Some(id::secret())),
        electorate_at: Set(None),
        made_at: Set(site.now().as_millisecond()),
        closed_at: Set(None),
        result: Set(None),
        applied_at: Set(None),
        kind: Set(checked.kind.into()),
        utility: Set(new.utility.into()),
        voters: Set(new.voters.into()),
        audience: Set(checked.audience.map(JsonText)),
        quorum: Set(checked.quorum),
        remind_at: Set(remind::reminder_at(new.opens_at.max(site.now()), new.closes_at)),
    };
    Ok(row.insert(tx).await?)
}

/// Takes down who may vote once the round is open, how long its topics are and how well they are known. Nothing else may begin before this is done, so
/// every path that needs an electorate comes here.
pub(super) async fn open_if_due(tx: &impl ConnectionTrait, site: &Site, round: round::Model) -> Result<round::Model> {
    let now = site.now().as_millisecond();
    if round.electorate_at.is_some() || now < round.opens_at {
        return Ok(round);
    }
    let people = electorate::of(tx, &round).await?;
    let voters = people.into_iter().map(|person| voter::ActiveModel {
        id: NotSet,
        round_id: Set(round.id),
        person_id: Set(person),
        voted: Set(false),
    });
    let voters: Vec<_> = voters.collect();
    for part in voters.chunks(500) {
        voter::Entity::insert_many(part.to_vec()).exec_without_returning(tx).await?;
    }
    // Its author may have changed it since the round was made.
    let now_has = |column: topic::Column| {
        let own = Expr::col((topic::Entity, topic::Column::Id)).equals((round_topic::Entity, round_topic::Column::TopicId));
        Expr::SubQuery(None, Box::new(Query::select().column(column).from(topic::Entity).and_where(own).to_owned().into()))
    };
    round_topic::Entity::update_many()
        .col_expr(round_topic::Column::Opened, now_has(topic::Column::Opened))
        .col_expr(round_topic::Column::Minutes, now_has(topic::Column::Minutes))
        .filter(round_topic::Column::RoundId.eq(round.id))
        .exec(tx)
        .await?;
    round::Entity::update_many()
        .col_expr(round::Column::ElectorateAt, Expr::value(now))
        .filter(round::Column::Id.eq(round.id))
        .exec(tx)
        .await?;
    Ok(round::Model { electorate_at: Some(now), ..round })
}
