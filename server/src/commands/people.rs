//! `saiets admin`, `saiets signin-link`, `saiets token`: for operators.

use anyhow::{Result, anyhow};
use backend::entity::person;
use backend::service::credential::{self, Kind};
use backend::service::{people, sign_in};
use backend::{Error, Site, schema};
use domain::email::Email;

/// Makes or promotes an administrator.
pub async fn admin(site: &Site, email: &str, name: &str) -> Result<()> {
    ready(site).await?;
    let person = people::make_admin(site, email, name).await.map_err(said)?;
    println!("{} is an administrator.", person.email);
    Ok(())
}

/// Prints a one-time sign-in address.
pub async fn sign_in_link(site: &Site, email: &str) -> Result<()> {
    ready(site).await?;
    let person = known(site, email).await?;
    println!("{}", sign_in::make_link(site, &person.email, person.language.0, None).await.map_err(said)?);
    Ok(())
}

/// Prints a bearer token.
pub async fn token(site: &Site, email: &str) -> Result<()> {
    ready(site).await?;
    let person = known(site, email).await?;
    let tx = site.db.begin_write().await?;
    let secret = credential::issue(&tx, site, person.id, Kind::Token).await?;
    tx.commit().await?;
    println!("{secret}");
    Ok(())
}

/// The first command of a new installation may be one of these.
async fn ready(site: &Site) -> Result<()> {
    Ok(schema::migrate(&site.db).await?)
}

async fn known(site: &Site, email: &str) -> Result<person::Model> {
    let email = Email::parse(email).map_err(|_| anyhow!("--email {email}: wanted an address like name@example.org"))?;
    let found = people::by_email(site.db.read(), &email).await.map_err(said)?;
    found.ok_or_else(|| anyhow!("--email {email}: nobody has this address; `saiets admin` makes a person, and so does signing in"))
}

fn said(error: Error) -> anyhow::Error {
    match error {
        Error::Invalid(faults) => {
            let lines = faults.iter().map(|fault| format!("--{}: {}", fault.field, fault.code.replace('_', " ")));
            anyhow!(lines.collect::<Vec<_>>().join(", "))
        }
        other => other.into(),
    }
}
