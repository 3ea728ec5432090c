//! What helps people take part: what can be ticked, put into words for those who prepare the room.

use crate::form::Submitted;
use crate::text::t;
use crate::ui::Choice;
use domain::text::Lang;

fn known(lang: Lang) -> [(&'static str, String); 5] {
    [
        ("step_free", t(lang, "register-need-step-free")),
        ("loop", t(lang, "register-need-loop")),
        ("captions", t(lang, "register-need-captions")),
        ("interpreting", t(lang, "register-need-interpreting")),
        ("vegetarian", t(lang, "register-need-vegetarian")),
    ]
}

/// To be ticked.
pub fn choices(lang: Lang) -> Vec<Choice> {
    known(lang).into_iter().map(|(value, label)| Choice::new(value, label)).collect()
}

/// What was ticked and typed, one need a line.
pub fn written(lang: Lang, form: &Submitted) -> Option<String> {
    let ticked = known(lang).into_iter().filter(|(value, _)| form.has("need", value)).map(|(_, label)| label);
    let lines = ticked.chain(form.given("needs").map(str::to_owned)).collect::<Vec<_>>();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
