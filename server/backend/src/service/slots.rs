//! Fair times, asked for with words and figures from outside; the rules are in `domain::time::slots`.

use crate::error::Faults;
use crate::service::given;
use crate::{Error, Result, Site};
use domain::fault::{Fault, Refusal};
use domain::time::Zones;
use domain::time::slots::{Answer, Night, Place, Question, Runs, Weigh};
use std::collections::HashMap;
use std::ops::RangeInclusive;
use tokio::sync::Semaphore;

/// What is asked, as it was written.
#[derive(Clone, Debug)]
pub struct Asked {
    /// UTC days, `YYYY-MM-DD`.
    pub dates: Vec<String>,
    /// See [`Question::DURATIONS`].
    pub duration_minutes: i64,
    /// See [`Question::STEPS`].
    pub step_minutes: i64,
    /// Zones and how many people live there; a zone that is named again adds up.
    pub people: Vec<(String, i64)>,
    /// 1 or 2.
    pub runs: i64,
    /// `HH:MM`, from and to.
    pub night: [String; 2],
    /// `zone` or `person`.
    pub weigh: String,
    /// What earlier meetings cost zones; those of nobody asked for do not matter.
    pub past: Vec<(String, f64)>,
    /// See [`Question::LIMITS`].
    pub limit: i64,
}

impl Default for Asked {
    fn default() -> Self {
        Self {
            dates: Vec::new(),
            duration_minutes: 0,
            step_minutes: 30,
            people: Vec::new(),
            runs: 1,
            night: Night::default().texts(),
            weigh: "zone".to_owned(),
            past: Vec::new(),
            limit: 10,
        }
    }
}

/// The question, or what is wrong with it, field by field.
pub fn question<'z>(zones: &'z Zones, asked: &Asked) -> Result<Question<'z>> {
    let mut faults = Faults::default();
    let mut dates = dates(&asked.dates, &mut faults);
    dates.sort_unstable();
    dates.dedup();
    let past = past(zones, &asked.past, &mut faults);
    let places = places(zones, &asked.people, &past, &mut faults);
    let duration = whole(&mut faults, "duration_minutes", asked.duration_minutes, Question::DURATIONS);
    let step = whole(&mut faults, "step_minutes", asked.step_minutes, Question::STEPS);
    let limit = whole(&mut faults, "limit", asked.limit, Question::LIMITS);
    let runs = match asked.runs {
        1 => Some(Runs::One),
        2 => Some(Runs::Two),
        _ => faults.take("runs", Err(Refusal::new("unknown_value"))),
    };
    let [from, to] = &asked.night;
    let (from, to) = (faults.take("night.from", given::time(from)), faults.take("night.to", given::time(to)));
    let weigh = faults.take("weigh", given::word::<Weigh>(&asked.weigh));
    faults.check()?;
    Ok(Question {
        dates,
        duration_minutes: duration,
        step_minutes: step,
        places,
        runs: Faults::got(runs)?,
        night: Night::new(Faults::got(from)?, Faults::got(to)?),
        weigh: Faults::got(weigh)?,
        limit: limit as usize,
    })
}

/// The best slots.
pub async fn answer(site: &Site, asked: Asked) -> Result<Answer> {
    let zones = site.zones.clone();
    beside(move || Ok(question(&zones, &asked)?.answer()?)).await
}

/// So many searches run at once; the others wait their turn.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// A search may take seconds: it runs beside the work of others, and leaves them their share of the machine.
pub async fn beside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let _turn = AT_ONCE.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(work).await.map_err(Error::internal)?
}

fn dates(raw: &[String], faults: &mut Faults) -> Vec<jiff::civil::Date> {
    if raw.len() > Question::MOST_DATES {
        faults.add(Fault::new("dates", "too_many").with("max", Question::MOST_DATES));
        return Vec::new();
    }
    raw.iter().enumerate().filter_map(|(i, date)| faults.take(&format!("dates[{i}]"), given::date(date))).collect()
}

fn places<'z>(zones: &'z Zones, raw: &[(String, i64)], past: &HashMap<&str, f64>, faults: &mut Faults) -> Vec<Place<'z>> {
    if raw.len() > Question::MOST_PLACES {
        faults.add(Fault::new("people", "too_many").with("max", Question::MOST_PLACES));
        return Vec::new();
    }
    if raw.is_empty() {
        faults.add(Fault::new("people", "required"));
    }
    let mut places: Vec<Place<'z>> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for (i, (name, count)) in raw.iter().enumerate() {
        let zone = faults.take(&format!("people[{i}].zone"), zones.get(name));
        let count = whole(faults, &format!("people[{i}].count"), *count, Question::COUNTS);
        let Some(zone) = zone else { continue };
        match known.get(zone.name()).and_then(|at| places.get_mut(*at)) {
            Some(place) => place.count = place.count.saturating_add(count),
            None => {
                known.insert(zone.name(), places.len());
                places.push(Place { zone, count, past: past.get(zone.name()).copied().unwrap_or_default() });
            }
        }
    }
    places
}

/// Several pasts of one zone add up.
fn past<'a>(zones: &Zones, raw: &'a [(String, f64)], faults: &mut Faults) -> HashMap<&'a str, f64> {
    let mut sums = HashMap::new();
    if raw.len() > Question::MOST_PLACES {
        faults.add(Fault::new("past", "too_many").with("max", Question::MOST_PLACES));
        return sums;
    }
    for (i, (name, pain)) in raw.iter().enumerate() {
        faults.take(&format!("past[{i}].zone"), zones.get(name).map(|_| ()));
        let sum = sums.entry(name.as_str()).or_insert(0.0);
        *sum += pain;
        if !Question::PASTS.contains(pain) || !Question::PASTS.contains(sum) {
            let (min, max) = (Question::PASTS.start(), Question::PASTS.end());
            faults.add(Fault::new(format!("past[{i}].pain"), "out_of_range").with("min", min).with("max", max));
        }
    }
    sums
}

/// A number in a range that fits 32 bits; 0 where it is refused.
fn whole(faults: &mut Faults, field: &str, value: i64, range: RangeInclusive<i64>) -> u32 {
    if !range.contains(&value) {
        faults.add(Fault::new(field, "out_of_range").with("min", range.start()).with("max", range.end()));
        return 0;
    }
    u32::try_from(value).unwrap_or_default()
}
