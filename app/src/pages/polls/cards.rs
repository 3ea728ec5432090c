//! The slots to answer: a card each on a phone, lines of a grid where there is room.

use super::said::{answer, bounds};
use crate::form::Submitted;
use crate::reader::Reader;
use crate::text::{self, t};
use crate::when::{Form, capital, date, day_shift, place, span};
use backend::service::date_polls::{Figures, View};
use domain::date_poll::Answer;
use domain::text::Lang;
use domain::time::Zone;
use leptos::prelude::*;

const ANSWERS: [Answer; 3] = [Answer::Yes, Answer::IfNeedBe, Answer::No];

/// All slots; `open`: they can be answered. `own` is the reader's clock, `there` the poll's.
pub fn cards(reader: &Reader, view: &View, form: &Submitted, own: &Zone, there: &Zone, open: bool) -> AnyView {
    let lang = reader.lang;
    let one = |figures: &Figures| {
        let choices = if open { choices(lang, figures, form) } else { given(lang, figures, form) };
        let field = format!("answers.{}", figures.slot.id);
        let name = format!("slot-{}", figures.slot.id);
        let fault = form.fault(&field).map(|fault| (format!("{name}-error"), text::fault(lang, fault)));
        let described = fault.as_ref().map(|(id, _)| id.clone());
        let wrong = fault.map(|(id, words)| view! { <p class="error" id=id><span>{words}</span></p> });
        let when = when(lang, view, figures, own, there, name.clone());
        let role = if open { "radiogroup" } else { "group" };
        view! { <div class="pollslot" role=role aria-labelledby=name aria-describedby=described>{when}{wrong}{choices}</div> }
    };
    let cards = view.slots.iter().map(one).collect::<Vec<_>>();
    view! { <div class="pollslots" id="answers">{cards}</div> }.into_any()
}

/// The reader's own time large, the poll's place beside it with its day where that is another.
fn when(lang: Lang, view: &View, figures: &Figures, own: &Zone, there: &Zone, id: String) -> AnyView {
    let (starts, ends) = bounds(&view.poll, &figures.slot);
    let (from, to) = (own.local(starts).time, own.local(ends).time);
    let (at, until) = (there.local(starts).time, there.local(ends).time);
    let overnight = day_shift(lang, from.date(), from, to).map(|words| view! { " " <span class="shift">{words}</span> });
    let elsewhere = (at != from).then(|| {
        let shift = day_shift(lang, from.date(), at, until).map(|words| view! { ", " <span class="shift">{words}</span> });
        let hours = format!("{} {}", place(lang, there.name(), Form::In), span(at.time(), until.time()));
        view! { <span class="there">{hours} {shift}</span> }
    });
    view! {
        <p class="when" id=id>
            <span class="date">{capital(&date(lang, from.date(), Form::Is))}</span> " "
            <span class="span">{span(from.time(), to.time())}{overnight}</span> " "
            {elsewhere}
        </p>
    }
    .into_any()
}

fn choices(lang: Lang, figures: &Figures, form: &Submitted) -> AnyView {
    let field = format!("answers.{}", figures.slot.id);
    let one = |(i, (choice, count)): (usize, (Answer, Option<i64>))| {
        let value: &'static str = choice.into();
        let id = if i == 0 { format!("answers-{}", figures.slot.id) } else { format!("answers-{}-{i}", figures.slot.id) };
        let checked = form.has(&field, value);
        view! {
            <label class=format!("pollchoice {value}")>
                <input id=id type="radio" name=field.clone() value=value checked=checked/>
                <span>{answer(lang, choice)}{tally(lang, count)}</span>
            </label>
        }
    };
    let all = ANSWERS.into_iter().zip(figures.counts).enumerate().map(one).collect::<Vec<_>>();
    view! { <div class="pollchoices">{all}</div> }.into_any()
}

fn tally(lang: Lang, count: Option<i64>) -> Option<AnyView> {
    count.map(|count| view! { " " <small>{t!(lang, "datepoll-said-by", n = count)}</small> }.into_any())
}

/// What the reader had said, when nothing can be changed any more.
fn given(lang: Lang, figures: &Figures, form: &Submitted) -> AnyView {
    let field = format!("answers.{}", figures.slot.id);
    let mine = form.get(&field).parse::<Answer>().ok();
    let mine = mine.map(|mine| view! { <span>{t(lang, "datepoll-you-said")} " " <b>{answer(lang, mine)}</b></span> });
    let figures = ANSWERS.into_iter().zip(figures.counts).filter_map(|(choice, count)| Some((choice, count?)));
    let figures: Vec<String> = figures.map(|(choice, count)| format!("{} {count}", answer(lang, choice))).collect();
    let all = (!figures.is_empty()).then(|| view! { <small class="quiet">{figures.join(" · ")}</small> });
    view! { <p class="pollgiven">{mine} {all}</p> }.into_any()
}
