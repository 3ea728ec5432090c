//! Demo data on real figures: the University of Latvia's 2022 study of professionals in international organisations
//! (doi:10.22364/dmpc.22) and the forum of 17 August 2022. People and their names are invented; the study says nothing of zones,
//! cities and languages, so those given to people here are assumptions.

mod agenda;
mod events;
mod hosts;
mod invited;
mod outcomes;
mod passes;
mod people;
mod polls;
mod procedures;
mod talk;
mod topics;
mod write;

use crate::Result;
use crate::Site;
use crate::db::Write;
use crate::entity::person;
use jiff::civil::Date;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Who may do everything in the demo data; `make run` prints a way in.
pub const ORGANISER: &str = "organiser@saiets.example";

/// Loads the demo data in one transaction; false if it is there already.
pub async fn load(site: &Site) -> Result<bool> {
    let tx = site.db.begin_write().await?;
    if person::Entity::find().filter(person::Column::Email.eq(ORGANISER)).one(&tx).await?.is_some() {
        return Ok(false);
    }
    let stage = Stage { site, tx, today: site.now().to_zoned(jiff::tz::TimeZone::UTC).date() };
    let people = people::load(&stage).await?;
    let hosts = hosts::load(&stage, &people).await?;
    let forums = events::load(&stage, &hosts, &people).await?;
    topics::load(&stage, &forums.announced, &people).await?;
    talk::load(&stage, &forums.announced, &people).await?;
    passes::load(&stage, &forums.announced, &people).await?;
    agenda::load(&stage, &forums.held, &forums.announced, &people).await?;
    outcomes::load(&stage, &forums.held).await?;
    procedures::load(&stage, &hosts, &people).await?;
    polls::load(&stage, hosts.chancellery, &people).await?;
    stage.tx.commit().await?;
    Ok(true)
}

const DAY: i64 = 86_400_000;

/// What every part needs.
struct Stage<'a> {
    site: &'a Site,
    tx: Write,
    today: Date,
}

impl Stage<'_> {
    /// Milliseconds at noon UTC so many days from today.
    fn days(&self, days: i64) -> i64 {
        (self.site.now().as_millisecond().div_euclid(DAY) + days) * DAY + DAY / 2
    }
}

/// Numbers that look drawn but are the same each time (Knuth's multiplicative generator), so that everybody sees one demo.
struct Draw(u32);

impl Draw {
    fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) % n.max(1)
    }
}

/// Deals `shares` out over `n` places, mixed: place `i` gets the index of the share it fell into.
fn deal(shares: &[u32], n: usize) -> Vec<usize> {
    let mut dealt: Vec<usize> = shares.iter().enumerate().flat_map(|(i, share)| std::iter::repeat_n(i, *share as usize)).take(n).collect();
    dealt.resize(n, shares.len().saturating_sub(1));
    let mut draw = Draw(20_220_817);
    for i in (1..dealt.len()).rev() {
        let j = draw.below(u32::try_from(i + 1).unwrap_or(1)) as usize;
        dealt.swap(i, j);
    }
    dealt
}
