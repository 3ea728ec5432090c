//! One installation for one test.

use super::client::Client;
use super::database;
use axum::Router;
use backend::clock::Clock;
use backend::config::{Config, MailTarget};
use backend::db::Db;
use backend::entity::{host, member, person};
use backend::keys::Keys;
use backend::service::credential::{self, Kind};
use backend::{Site, zones};
use domain::event;
use domain::host::{HostKind, Role};
use domain::text::{Lang, Text};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ConnectionTrait, DbBackend, NotSet, Set, Statement};
use server::settings::Settings;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// When every test begins: a Monday, 205 days before the forum of 2027.
pub const TODAY: &str = "2027-01-25T09:00:00Z";

/// `SAIETS_SECRET` of every installation.
pub const SECRET: &str = "a secret for tests only, nothing else";

/// An installation with an empty database, a folder for its mail, and a clock that stands until moved.
pub struct Place {
    pub site: Site,
    pub router: Router,
    address: String,
    folder: PathBuf,
}

fn router(site: &Site) -> Router {
    let settings = Settings::from_values(&BTreeMap::from([("rate_limits".to_owned(), "off".to_owned())])).unwrap();
    server::http::router(site, &settings).unwrap()
}

impl Place {
    pub async fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("saiets-test-{}", backend::id::unique()));
        std::fs::create_dir_all(&folder).unwrap();
        let config = Config {
            base_url: "http://saiets.test".to_owned(),
            mail_from: "forum@saiets.test".to_owned(),
            mail_name: "Saiets".to_owned(),
            mail: MailTarget::Folder(folder.join("mail")),
            dkim: None,
        };
        let mail = backend::mail::transport(&config.mail).unwrap();
        let address = database::address(&folder).await;
        let site = Site {
            db: database::migrated(&address).await,
            zones: Arc::new(zones::builtin()),
            clock: Clock::standing(TODAY.parse().unwrap()),
            keys: Keys::new(SECRET.as_bytes()),
            config: Arc::new(config),
            live: Default::default(),
            opened: Default::default(),
            mail,
        };
        Self { router: router(&site), site, address, folder }
    }

    /// A second server over the same database, with nothing else in common.
    pub async fn neighbour(&self) -> (Site, Router) {
        let site = Site { db: Db::open(&self.address).await.unwrap(), live: Default::default(), ..self.site.clone() };
        let router = router(&site);
        (site, router)
    }

    /// Of the database.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The folder of this installation; mails are in `mail/`.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Moves the clock.
    pub fn at(&self, instant: &str) {
        self.site.clock.set(instant.parse::<Timestamp>().unwrap());
    }

    /// A person with this address, named after it, in Riga, reading English.
    pub async fn person(&self, email: &str) -> i64 {
        let name = email.split('@').next().unwrap_or_default();
        let row = person::ActiveModel {
            id: NotSet,
            email: Set(email.to_owned()),
            name: Set(name.to_owned()),
            zone: Set("Europe/Riga".to_owned()),
            travel: Set(None),
            country: Set(None),
            language: Set(Lang::En.into()),
            segment: Set(None),
            organisation: Set(None),
            competences: Set(Vec::new().into()),
            contact_per_year: Set(None),
            is_admin: Set(name == "admin"),
            calendar_generation: Set(0),
            first_signed_in_at: Set(Some(self.site.now().as_millisecond())),
            created_at: Set(self.site.now().as_millisecond()),
        };
        row.insert(self.site.db.writer()).await.unwrap().id
    }

    /// A host with this short name.
    pub async fn host(&self, slug: &str) -> i64 {
        let row = host::ActiveModel {
            id: NotSet,
            slug: Set(slug.to_owned()),
            name: Set(Text { lv: Some(format!("Rīkotājs {slug}")), en: Some(format!("Host {slug}")) }.into()),
            kind: Set(HostKind::Ministry.into()),
            country: Set(Some("LV".to_owned())),
            zone: Set("Europe/Riga".to_owned()),
            parent_id: Set(None),
            created_at: Set(self.site.now().as_millisecond()),
        };
        row.insert(self.site.db.writer()).await.unwrap().id
    }

    /// Gives a person a role in a host.
    pub async fn member(&self, host_id: i64, person_id: i64, role: Role) {
        let row = member::ActiveModel {
            id: NotSet,
            host_id: Set(host_id),
            person_id: Set(person_id),
            role: Set(role.into()),
            named_by_parent: Set(false),
            created_at: Set(self.site.now().as_millisecond()),
        };
        row.insert(self.site.db.writer()).await.unwrap();
    }

    /// An announced public event of that host on 18 August 2027, 10:00–18:00 in Riga; `edit` changes it before it is written.
    pub async fn event(
        &self,
        host_id: i64,
        slug: &str,
        edit: impl FnOnce(&mut backend::entity::event::ActiveModel),
    ) -> backend::entity::event::Model {
        let now = self.site.now().as_millisecond();
        let mut row = backend::entity::event::ActiveModel {
            id: NotSet,
            slug: Set(slug.to_owned()),
            host_id: Set(host_id),
            series_id: Set(None),
            edition_date: Set(None),
            kind: Set(event::Kind::Forum.into()),
            title: Set(Text { lv: Some("Profesionāļu forums 2027".to_owned()), en: Some("Professionals’ forum 2027".to_owned()) }.into()),
            summary: Set(None),
            description: Set(None),
            starts_local: Set("2027-08-18T10:00".to_owned()),
            zone: Set("Europe/Riga".to_owned()),
            duration_minutes: Set(480),
            starts_at: Set("2027-08-18T07:00:00Z".parse::<Timestamp>().unwrap().as_millisecond()),
            ends_at: Set("2027-08-18T15:00:00Z".parse::<Timestamp>().unwrap().as_millisecond()),
            tzdb: Set(self.site.zones.version().to_owned()),
            venue: Set(None),
            online_url: Set(Some("https://meet.saiets.test/forum".to_owned())),
            online_public: Set(false),
            in_person_offered: Set(true),
            in_person_capacity: Set(Some(20)),
            online_offered: Set(true),
            online_capacity: Set(None),
            visibility: Set(event::Visibility::Public.into()),
            status: Set(event::Status::Announced.into()),
            status_reason: Set(None),
            registration_opens_local: Set(None),
            registration_opens_at: Set(None),
            registration_closes_local: Set(None),
            registration_closes_at: Set(None),
            uid: Set(format!("{slug}@saiets.test")),
            sequence: Set(0),
            next_topic_number: Set(1),
            next_round_number: Set(1),
            next_queue_number: Set(1),
            created_at: Set(now),
            changed_at: Set(now),
            ..Default::default()
        };
        edit(&mut row);
        row.insert(self.site.db.writer()).await.unwrap()
    }

    /// Returns once a statement waits for a row that somebody holds. SQLite has no such waiting: there it is for the one writer,
    /// and whoever waits has read nothing yet.
    pub async fn somebody_waits(&self) {
        let db = self.site.db.read();
        if db.get_database_backend() == DbBackend::Sqlite {
            return tokio::task::yield_now().await;
        }
        let sql = "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        let looking = async {
            while db
                .query_one_raw(Statement::from_string(DbBackend::Postgres, sql))
                .await
                .unwrap()
                .unwrap()
                .try_get::<i64>("", "n")
                .unwrap()
                == 0
            {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), looking).await.expect("somebody waits");
    }

    /// A client without a sign-in.
    pub fn anyone(&self) -> Client {
        Client::new(self.router.clone(), None, None)
    }

    /// A client with a token and a browser session of that person.
    pub async fn client(&self, person_id: i64) -> Client {
        let token = credential::issue(self.site.db.writer(), &self.site, person_id, Kind::Token).await.unwrap();
        let session = credential::issue(self.site.db.writer(), &self.site, person_id, Kind::Session).await.unwrap();
        Client::new(self.router.clone(), Some(token), Some(session))
    }

    /// A person and a client that acts as that person, with a role in a host if given.
    pub async fn acting(&self, email: &str, role: Option<(i64, Role)>) -> Client {
        let person = self.person(email).await;
        if let Some((host, role)) = role {
            self.member(host, person, role).await;
        }
        self.client(person).await
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
