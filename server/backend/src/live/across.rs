//! Between several servers over one PostgreSQL: what one changed, the watchers of the others hear (LISTEN, NOTIFY). What is lost
//! on the way is no harm: who watches looks for themselves every now and then.

use super::Live;
use crate::Site;
use sea_orm::sqlx::{Error, PgPool, postgres::PgListener, query};
use sea_orm::{DatabaseConnection, DbBackend};
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;

const CHANNEL: &str = "saiets_seats";
/// How long after a failure it is tried again.
const PAUSE: Duration = Duration::from_secs(5);

/// Carries changes to the other servers and back until `stop`; with SQLite there are no others.
pub async fn carry(site: Site, mut stop: watch::Receiver<bool>) {
    if site.db.backend() == DbBackend::Sqlite {
        return;
    }
    let pool = pool(site.db.writer());
    let mut own = site.live.own.subscribe();
    tokio::select! {
        _ = stop.wait_for(|stopping| *stopping) => {}
        () = async {
            while let Err(error) = exchange(pool, &site.live, &mut own).await {
                tracing::warn!(%error, "other servers are not heard");
                tokio::time::sleep(PAUSE).await;
            }
        } => {}
    }
}

fn pool(db: &DatabaseConnection) -> &PgPool {
    db.get_postgres_connection_pool()
}

/// Until the connection breaks, or nobody is left to speak for.
async fn exchange(pool: &PgPool, live: &Live, own: &mut Receiver<i64>) -> Result<(), Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    loop {
        tokio::select! {
            heard = listener.recv() => {
                if let Ok(event_id) = heard?.payload().parse() {
                    live.heard(event_id);
                }
            }
            changed = own.recv() => match changed {
                Ok(event_id) => {
                    query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(event_id.to_string()).execute(pool).await?;
                }
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return Ok(()),
            },
        }
    }
}
