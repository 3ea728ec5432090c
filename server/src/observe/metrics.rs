//! Figures in the text format of Prometheus. What this process did is counted as it happens; what the database holds is looked up
//! when somebody asks.

use backend::{Site, outbox};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::sync::OnceLock;
use std::time::Duration;

const SECONDS: [f64; 10] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1.0, 5.0];

/// Counting begins with the first call; one book for the whole process.
pub fn book() -> &'static PrometheusHandle {
    static BOOK: OnceLock<PrometheusHandle> = OnceLock::new();
    BOOK.get_or_init(|| {
        let histogram = Matcher::Full("saiets_http_request_seconds".to_owned());
        let builder = PrometheusBuilder::new();
        let builder = builder.set_buckets_for_metric(histogram, &SECONDS).unwrap_or_else(|_| PrometheusBuilder::new());
        let recorder = builder.build_recorder();
        let handle = recorder.handle();
        // Fails only where another book is open, which then keeps the counts.
        let _ = metrics::set_global_recorder(recorder);
        describe();
        handle
    })
}

/// Folds what was measured into the buckets now and then, so that it takes no room where nobody asks for it.
pub async fn keep() {
    loop {
        tokio::time::sleep(Duration::from_secs(5)).await;
        book().run_upkeep();
    }
}

/// All figures, those of the database as they are now.
pub async fn text(site: &Site) -> backend::Result<String> {
    let standing = outbox::standing(&site.db, site.now()).await?;
    for (state, count) in &standing.by_state {
        metrics::gauge!("saiets_outbox_jobs", "state" => *state).set(*count as f64);
    }
    metrics::gauge!("saiets_outbox_oldest_due_seconds").set(standing.oldest_due_seconds as f64);
    let (open, idle) = site.db.connections();
    metrics::gauge!("saiets_database_connections", "state" => "open").set(f64::from(open));
    metrics::gauge!("saiets_database_connections", "state" => "idle").set(idle as f64);
    metrics::counter!("saiets_database_statements_total").absolute(site.db.statements());
    Ok(book().render())
}

fn describe() {
    use metrics::{describe_counter as counter, describe_gauge as gauge, describe_histogram as histogram};
    histogram!("saiets_http_request_seconds", "Requests by route pattern and class of status, and how long they took");
    counter!("saiets_mails_total", "Mails handed on: sent, put_off, failed");
    counter!("saiets_registrations_total", "Registrations by the place they got");
    counter!("saiets_sign_ins_total", "Sign-ins by link");
    counter!("saiets_database_statements_total", "Statements asked of the database");
    gauge!("saiets_outbox_jobs", "Jobs in the outbox: due, failed");
    gauge!("saiets_outbox_oldest_due_seconds", "How long the job that is overdue longest has been");
    gauge!("saiets_database_connections", "Connections to the database: open, and idle among them");
}
