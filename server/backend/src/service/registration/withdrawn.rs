//! What becomes of the people of a second run that is withdrawn.

use crate::Result;
use crate::entity::stored::Stored;
use crate::entity::{event, registration};
use crate::repo::seats;
use domain::id::RegistrationId;
use domain::registration::{Placed, Spot, Status};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};

/// Registers them online in the first run, those with a place first, then those in line, each in their order; where it is full they
/// go to the end of its line. Who stands in that line already keeps their turn. `event` is locked and without its second run; the
/// caller tells the people, and hands out what this leaves free.
pub(in crate::service) async fn leave_second(tx: &impl ConnectionTrait, event: &event::Model) -> Result<()> {
    let of_event = || registration::Entity::update_many().filter(registration::Column::EventId.eq(event.id));
    let again = Stored(Spot::OnlineAgain);
    of_event()
        .col_expr(registration::Column::WaitingMode, Expr::value(None::<String>))
        .col_expr(registration::Column::WaitingQueue, Expr::value(None::<i64>))
        .filter(registration::Column::WaitingMode.eq(again))
        .exec(tx)
        .await?;
    of_event()
        .col_expr(registration::Column::Mode, Expr::value(<&str>::from(Spot::Online)))
        .col_expr(registration::Column::Status, Expr::value(<&str>::from(Status::Waitlisted)))
        .col_expr(registration::Column::Queue, Expr::col(registration::Column::WaitingQueue))
        .col_expr(registration::Column::WaitingMode, Expr::value(None::<String>))
        .col_expr(registration::Column::WaitingQueue, Expr::value(None::<i64>))
        .filter(registration::Column::Mode.eq(again))
        .filter(registration::Column::Status.ne(Stored(Status::Cancelled)))
        .filter(registration::Column::WaitingMode.eq(Stored(Spot::Online)))
        .exec(tx)
        .await?;
    place_rest(tx, event, again).await
}

async fn place_rest(tx: &impl ConnectionTrait, event: &event::Model, again: Stored<Spot>) -> Result<()> {
    let rest = registration::Entity::find()
        .filter(registration::Column::EventId.eq(event.id))
        .filter(registration::Column::Mode.eq(again))
        .filter(registration::Column::Status.ne(Stored(Status::Cancelled)))
        // "confirmed" comes before "waitlisted".
        .order_by_asc(registration::Column::Status)
        .order_by_asc(registration::Column::Queue)
        .order_by_asc(registration::Column::Id)
        .all(tx)
        .await?;
    let place_all = |seats: &mut domain::registration::Seats| {
        rest.iter().map(|row| seats.place(RegistrationId(row.id), Spot::Online)).collect::<std::result::Result<Vec<_>, _>>()
    };
    let (placed, _) = seats::decide(tx, event, None, place_all).await?;
    let placed = placed.map_err(|refusal| crate::Error::Conflict(refusal.code))?;
    for (row, placed) in rest.into_iter().zip(placed) {
        let mut moved = row.into_active_model();
        let (status, number) = match placed {
            Placed::Confirmed => (Status::Confirmed, 0),
            Placed::Waitlisted { number, .. } => (Status::Waitlisted, number),
        };
        moved.mode = Set(Spot::Online.into());
        moved.status = Set(status.into());
        moved.queue = Set(number);
        moved.update(tx).await?;
    }
    Ok(())
}
