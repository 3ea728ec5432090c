//! `saiets check`: one line a thing, fine, warns or wrong, and how to mend it. Nothing is changed and no secret is shown.

mod database;
mod machine;
mod mail;
mod setting;

use crate::settings::Settings;
use anyhow::{Result, bail};
use std::fmt;

/// What was found.
#[derive(Debug, Default)]
pub struct Report(Vec<Line>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::Display)]
#[strum(serialize_all = "lowercase")]
enum Level {
    Fine,
    Warns,
    Wrong,
}

#[derive(Debug)]
struct Line {
    level: Level,
    what: &'static str,
    said: String,
    mend: &'static str,
}

impl Report {
    fn fine(&mut self, what: &'static str, said: impl Into<String>) {
        self.0.push(Line { level: Level::Fine, what, said: said.into(), mend: "" });
    }

    fn warns(&mut self, what: &'static str, said: impl Into<String>, mend: &'static str) {
        self.0.push(Line { level: Level::Warns, what, said: said.into(), mend });
    }

    fn wrong(&mut self, what: &'static str, said: impl Into<String>, mend: &'static str) {
        self.0.push(Line { level: Level::Wrong, what, said: said.into(), mend });
    }

    /// How many things are wrong.
    pub fn wrongs(&self) -> usize {
        self.0.iter().filter(|line| line.level == Level::Wrong).count()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.0 {
            writeln!(f, "{:<6} {:<10} {}", line.level.to_string(), line.what, line.said)?;
            if !line.mend.is_empty() {
                writeln!(f, "{:<6} {:<10} → {}", "", "", line.mend)?;
            }
        }
        Ok(())
    }
}

/// Looks at everything.
pub async fn look(settings: &Settings) -> Report {
    let mut report = Report::default();
    setting::look(settings, &mut report);
    machine::look(settings, &mut report);
    database::look(settings, &mut report).await;
    mail::look(settings, &mut report).await;
    report
}

/// Says what was found; an error if something is wrong.
pub async fn run(settings: &Settings) -> Result<()> {
    let report = look(settings).await;
    print!("{report}");
    match report.wrongs() {
        0 => Ok(()),
        1 => bail!("one thing is wrong"),
        n => bail!("{n} things are wrong"),
    }
}

/// Where the settings themselves cannot be read nothing else can be looked at.
pub fn unreadable(problem: &anyhow::Error) -> String {
    let mut report = Report::default();
    report.wrong("settings", format!("{problem:#}"), "docs/operating.md lists the settings and what they take");
    print!("{report}");
    "one thing is wrong".to_owned()
}
