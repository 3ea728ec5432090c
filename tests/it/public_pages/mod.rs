//! What visitors and participants see: what is coming, one event, a series.

mod asked;
mod event;
mod lists;

use crate::support::{Client, Place};
use backend::entity::{interest, invitation, registration, round, series, support, topic, voter};
use domain::event::{Interest, Kind, Mode, Status, Venue, Visibility};
use domain::host::Role;
use domain::invitation::{Delivery, PartStat};
use domain::registration::Status as Standing;
use domain::text::Label;
use domain::text::Text;
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ActiveValue, EntityTrait, IntoActiveModel, NotSet, Set};

fn text(lv: &str, en: &str) -> Text {
    Text { lv: Some(lv.to_owned()), en: Some(en.to_owned()) }
}

fn ms(at: &str) -> i64 {
    at.parse::<Timestamp>().unwrap().as_millisecond()
}

async fn add<A>(place: &Place, row: A) -> <A::Entity as EntityTrait>::Model
where
    A: ActiveModelTrait + sea_orm::ActiveModelBehavior + Send,
    <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
{
    row.insert(place.site.db.writer()).await.unwrap()
}

async fn register(place: &Place, event: i64, person: i64, mode: Mode, status: Standing, queue: i64, waiting: Option<(Mode, i64)>) {
    let row = registration::ActiveModel {
        id: NotSet,
        event_id: Set(event),
        person_id: Set(person),
        mode: Set(mode.into()),
        status: Set(status.into()),
        queue: Set(queue),
        waiting_mode: Set(waiting.map(|(mode, _)| mode.into())),
        waiting_queue: Set(waiting.map(|(_, number)| number)),
        registered_at: Set(0),
        cancelled_at: Set(None),
        named: Set(false),
    };
    add(place, row).await;
}

async fn invite(place: &Place, event: i64, person: i64) {
    let row = invitation::ActiveModel {
        id: NotSet,
        event_id: Set(event),
        person_id: Set(person),
        origin: Set("invited".to_owned()),
        sequence: Set(0),
        partstat: Set(PartStat::NeedsAction.into()),
        withdrawn: Set(false),
        holding: Set(domain::invitation::Holding::Entry.into()),
        delivery: Set(Delivery::Sent.into()),
        created_at: Set(0),
        changed_at: Set(0),
        outdated: Set(false),
        run: NotSet,
    };
    add(place, row).await;
}

async fn forum_series(place: &Place, host: i64) -> i64 {
    let row = series::ActiveModel {
        id: NotSet,
        slug: Set("forum".to_owned()),
        host_id: Set(host),
        title: Set(text("Profesionāļu forums", "Professionals’ forum").into()),
        kind: Set(Kind::Forum.into()),
        rule: Set("FREQ=YEARLY;BYMONTH=8;BYDAY=3WE".to_owned()),
        first: Set("2022-08-17".to_owned()),
        zone: Set("Europe/Riga".to_owned()),
        local_time: Set("10:00".to_owned()),
        duration_minutes: Set(480),
        venues: Set(vec!["Rīga".to_owned(), "Brisele".to_owned()].into()),
        notice_ideal: Set(365),
        notice_minimum: Set(199),
        created_at: Set(0),
        changed_at: Set(0),
    };
    add(place, row).await.id
}

async fn page(client: &Client, path: &str) -> String {
    client.page(path).await.expect(200).text()
}

#[track_caller]
fn has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "“{part}” is not in {page}");
    }
}

#[track_caller]
fn lacks(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(!page.contains(part), "“{part}” is in {page}");
    }
}

fn with<T: Into<sea_orm::Value>>(value: T) -> ActiveValue<T> {
    Set(value)
}
