//! Places as the rules of `domain::registration` want them: figures and the heads of the queues, never all rows of an event.

use crate::entity::stored::Stored;
use crate::entity::{event, registration};
use crate::repo::runs;
use crate::{Error, Result};
use domain::event::{Attendance, Offer, Run};
use domain::id::RegistrationId;
use domain::registration::{Keeps, Offers, Seats, Spot, Status, Waiting};
use sea_orm::{ConnectionTrait, FromQueryResult, QueryResult, Statement, Value};

/// Heads read at first; most changes promote nobody or one person.
const HEADS: u32 = 8;

/// The figures of one spot.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    /// Places taken; not counted, so 0, where there is no limit and the caller did not ask.
    pub confirmed: u32,
    /// People in line, those who wait to change included.
    pub waiting: u32,
}

/// The figures of every spot.
#[derive(Clone, Copy, Debug, Default)]
pub struct All {
    in_person: Figures,
    online: Figures,
    online_again: Figures,
}

impl All {
    /// Those of one spot.
    pub fn of(&self, spot: Spot) -> Figures {
        match spot {
            Spot::InPerson => self.in_person,
            Spot::Online => self.online,
            Spot::OnlineAgain => self.online_again,
        }
    }

    fn of_mut(&mut self, spot: Spot) -> &mut Figures {
        match spot {
            Spot::InPerson => &mut self.in_person,
            Spot::Online => &mut self.online,
            Spot::OnlineAgain => &mut self.online_again,
        }
    }
}

/// What an event offers at its own time.
fn offers(event: &event::Model) -> Attendance {
    let offer = |offered: bool, capacity: Option<i32>| offered.then(|| Offer { capacity: capacity.and_then(|n| u32::try_from(n).ok()) });
    Attendance {
        in_person: offer(event.in_person_offered, event.in_person_capacity),
        online: offer(event.online_offered, event.online_capacity),
    }
}

/// What both runs of an event offer.
pub fn all_offers(event: &event::Model) -> Offers {
    let second = runs::held(event, Run::Second).and_then(|second| offers(&second).online);
    Offers { first: offers(event), second }
}

/// Counts every spot that somebody can be in; `everything` also where there is no limit and no rule needs the figure.
pub async fn figures(db: &impl ConnectionTrait, event: &event::Model, everything: bool) -> Result<All> {
    let offers = all_offers(event);
    let spots = Spot::ALL.into_iter().filter(|spot| *spot != Spot::OnlineAgain || event.second_uid.is_some());
    let column = |spot: Spot| {
        let name: &str = spot.into();
        let limited = everything || offers.offer(spot).is_none_or(|offer| offer.capacity.is_some());
        let confirmed = match limited {
            true => format!("(SELECT count(*) FROM registration WHERE event_id = $1 AND mode = '{name}' AND status = 'confirmed')"),
            false => "CAST(0 AS BIGINT)".to_owned(),
        };
        let own = format!("(SELECT count(*) FROM registration WHERE event_id = $1 AND mode = '{name}' AND status = 'waitlisted')");
        let change = format!("(SELECT count(*) FROM registration WHERE event_id = $1 AND waiting_mode = '{name}')");
        format!("{confirmed} AS {name}_confirmed, {own} + {change} AS {name}_waiting")
    };
    let columns = spots.clone().map(column).collect::<Vec<_>>();
    let sql = format!("SELECT {}", columns.join(", "));
    let row = db.query_one_raw(statement(db, sql, [event.id.into()])).await?.ok_or(Error::NotFound)?;
    let mut all = All::default();
    for spot in spots {
        let name: &str = spot.into();
        let figures = Figures { confirmed: count(&row, &format!("{name}_confirmed"))?, waiting: count(&row, &format!("{name}_waiting"))? };
        *all.of_mut(spot) = figures;
    }
    Ok(all)
}

/// Lets the rules decide on as much of the queues as they turn out to need. `own` is the registration it is about, if it exists.
pub async fn decide<T>(
    tx: &impl ConnectionTrait,
    event: &event::Model,
    own: Option<&registration::Model>,
    mut rule: impl FnMut(&mut Seats) -> T,
) -> Result<(T, All)> {
    let figures = figures(tx, event, false).await?;
    let mut most = HEADS;
    loop {
        let mut heads = Vec::new();
        for spot in Spot::ALL {
            heads.push((spot, self::heads(tx, event.id, spot, figures, most).await?));
        }
        let queue = |spot| heads.iter().filter(|(of, _)| *of == spot).flat_map(|(_, heads)| with_own(heads, spot, own)).collect();
        let mut seats = Seats::new(&all_offers(event), |spot| figures.of(spot).confirmed, queue);
        let decided = rule(&mut seats);
        if heads.iter().all(|(spot, heads)| heads.was_enough(seats.queue(*spot))) {
            return Ok((decided, figures));
        }
        most = most.saturating_mul(8);
    }
}

/// The beginning of a queue; where it is longer, also its end, after which the next in line is numbered.
struct Heads {
    first: Vec<Waiting>,
    last: Option<Waiting>,
}

impl Heads {
    /// While one of those read still waits, nobody behind them can have been needed.
    fn was_enough(&self, after: &[Waiting]) -> bool {
        self.last.is_none() || self.first.iter().any(|head| after.iter().any(|waiting| waiting.registration == head.registration))
    }
}

async fn heads(tx: &impl ConnectionTrait, event_id: i64, spot: Spot, figures: All, most: u32) -> Result<Heads> {
    let waiting = figures.of(spot).waiting;
    if waiting == 0 {
        return Ok(Heads { first: Vec::new(), last: None });
    }
    let first = part_of_queue(tx, event_id, spot, "ASC", most).await?;
    let last = if waiting > most { part_of_queue(tx, event_id, spot, "DESC", 1).await?.pop() } else { None };
    Ok(Heads { first, last })
}

fn with_own(heads: &Heads, spot: Spot, own: Option<&registration::Model>) -> Vec<Waiting> {
    let mut queue = heads.first.clone();
    for waiting in heads.last.into_iter().chain(own.and_then(|row| waiting_of(row, spot))) {
        if queue.iter().all(|known| known.registration != waiting.registration) {
            queue.push(waiting);
        }
    }
    queue
}

/// Where a registration stands in the queue of a spot, if it does.
pub fn waiting_of(row: &registration::Model, spot: Spot) -> Option<Waiting> {
    let registration = RegistrationId(row.id);
    if row.status.0 == Status::Waitlisted && row.mode.0 == spot {
        return Some(Waiting { registration, number: row.queue, keeps: Keeps::Nothing });
    }
    let number = row.waiting_queue.filter(|_| row.waiting_mode.is_some_and(|to| to.0 == spot))?;
    let keeps = if row.status.0 == Status::Confirmed { Keeps::Place(row.mode.0) } else { Keeps::Turn(row.mode.0) };
    Some(Waiting { registration, number, keeps })
}

/// Both kinds of people in line: those without a place, and those who want to change to this spot.
const QUEUE: &str = "SELECT id, queue AS number, 'nothing' AS keeps, mode AS own FROM registration WHERE event_id = $1 AND mode = $2 AND status = 'waitlisted' \
    UNION ALL SELECT id, waiting_queue AS number, CASE status WHEN 'confirmed' THEN 'place' ELSE 'turn' END AS keeps, mode AS own FROM registration \
    WHERE event_id = $1 AND waiting_mode = $2 ORDER BY number";

async fn part_of_queue(db: &impl ConnectionTrait, event_id: i64, spot: Spot, order: &str, most: u32) -> Result<Vec<Waiting>> {
    let name: &str = spot.into();
    let values: [Value; 2] = [event_id.into(), name.into()];
    let rows = db.query_all_raw(statement(db, format!("{QUEUE} {order} LIMIT {most}"), values)).await?;
    let read = |row: &QueryResult| -> Result<Waiting> {
        let found = Row::from_query_result(row, "")?;
        let keeps = match found.keeps.as_str() {
            "place" => Keeps::Place(found.own.0),
            "turn" => Keeps::Turn(found.own.0),
            _ => Keeps::Nothing,
        };
        Ok(Waiting { registration: RegistrationId(found.id), number: found.number, keeps })
    };
    rows.iter().map(read).collect()
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    number: i64,
    keeps: String,
    own: Stored<Spot>,
}

/// Everybody in line for a spot, in order.
pub async fn queue(db: &impl ConnectionTrait, event_id: i64, spot: Spot) -> Result<Vec<Waiting>> {
    part_of_queue(db, event_id, spot, "ASC", u32::MAX >> 1).await
}

/// The position of a queue number, counted from 1.
pub async fn position(db: &impl ConnectionTrait, event_id: i64, spot: Spot, number: i64) -> Result<u32> {
    let sql = "SELECT (SELECT count(*) FROM registration WHERE event_id = $1 AND mode = $2 AND status = 'waitlisted' AND queue <= $3) \
        + (SELECT count(*) FROM registration WHERE event_id = $1 AND waiting_mode = $2 AND waiting_queue <= $3) AS position";
    let name: &str = spot.into();
    let values: [Value; 3] = [event_id.into(), name.into(), number.into()];
    let row = db.query_one_raw(statement(db, sql.to_owned(), values)).await?.ok_or(Error::NotFound)?;
    count(&row, "position")
}

fn count(row: &QueryResult, column: &str) -> Result<u32> {
    let n: i64 = row.try_get("", column)?;
    Ok(u32::try_from(n).unwrap_or(u32::MAX))
}

fn statement(db: &impl ConnectionTrait, sql: String, values: impl IntoIterator<Item = Value>) -> Statement {
    Statement::from_sql_and_values(db.get_database_backend(), sql, values)
}
