//! Between several servers over one PostgreSQL: what one changed, the others hear (LISTEN, NOTIFY), those who watch seats and those
//! who keep pages. What is lost on the way is no harm: both look for themselves every now and then.

use crate::Site;
use sea_orm::sqlx::{Error, PgPool, postgres::PgListener, query};
use sea_orm::{DatabaseConnection, DbBackend};
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;

/// Its messages are the id of an event whose seats are others now, or nothing where anything else was changed.
const CHANNEL: &str = "saiets_seats";
/// How long after a failure it is tried again.
const PAUSE: Duration = Duration::from_secs(5);

/// Carries changes to the other servers and back until `stop`; with SQLite there are no others.
pub async fn carry(site: Site, mut stop: watch::Receiver<bool>) {
    if site.db.backend() == DbBackend::Sqlite {
        return;
    }
    let pool = pool(site.db.quiet());
    let mut own = site.live.own.subscribe();
    tokio::select! {
        _ = stop.wait_for(|stopping| *stopping) => {}
        () = async {
            while let Err(error) = exchange(pool, &site, &mut own).await {
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
async fn exchange(pool: &PgPool, site: &Site, own: &mut Receiver<i64>) -> Result<(), Error> {
    let mut changes = site.db.changes().own();
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    loop {
        tokio::select! {
            heard = listener.recv() => {
                site.db.changes().hear();
                if let Ok(event_id) = heard?.payload().parse() {
                    site.live.heard(event_id);
                }
            }
            Ok(()) = changes.changed() => notify(pool, "").await?,
            changed = own.recv() => match changed {
                Ok(event_id) => notify(pool, &event_id.to_string()).await?,
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return Ok(()),
            },
        }
    }
}

async fn notify(pool: &PgPool, message: &str) -> Result<(), Error> {
    query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(message).execute(pool).await.map(|_| ())
}
