//! The sheet of who has a place or is in line: what it is, and what can be done about it.

use super::{Around, waits, words};
use crate::form::Submitted;
use crate::text::t;
use crate::ui::{ErrorSummary, Mine};
use backend::service::registration::Place;
use domain::registration::{Spot, Status};
use domain::text::Lang;
use leptos::prelude::*;

pub fn view(around: &Around, place: &Place, form: &Submitted) -> AnyView {
    let lang = crate::page::lang();
    let say = words::standing(lang, place);
    let told = waits(place).then(|| view! { <p>{t(lang, "register-told")}</p> });
    let acts = if around.changeable {
        view! { {change(lang, around, place)} {known(lang, around)} {leave(lang, place)} }.into_any()
    } else {
        view! { <p>{t(lang, "register-no-changes")}</p> }.into_any()
    };
    view! {
        <div>
            <ErrorSummary form=form/>
            <div class="mine"><Mine id="mine" title=t(lang, "register-mine") say=say>{told}{acts}</Mine></div>
        </div>
    }
    .into_any()
}

/// Another mode or run, or the end of waiting for it; only what is offered.
fn change(lang: Lang, around: &Around, place: &Place) -> AnyView {
    let own = place.spot();
    if place.waiting.is_some() {
        return form(own, stay(lang, own), Vec::new());
    }
    let others = around.seats.iter().map(|(spot, _)| *spot).filter(|spot| *spot != own);
    let one = |to: Spot| form(to, change_to(lang, own, to), vec![words::note(lang, around, to), what_is_kept(lang, around, place, to)]);
    others.map(one).collect::<Vec<_>>().into_any()
}

fn form(to: Spot, label: String, notes: Vec<String>) -> AnyView {
    let mode: &str = to.into();
    let notes = notes.into_iter().map(|note| view! { <p class="small quiet">{note}</p> }).collect::<Vec<_>>();
    view! {
        <form method="post" novalidate=true>
            {notes}
            <input type="hidden" name="mode" value=mode/>
            <p class="actions"><button class="button full" type="submit" name="do" value="change">{label}</button></p>
        </form>
    }
    .into_any()
}

fn change_to(lang: Lang, own: Spot, to: Spot) -> String {
    match (own, to) {
        (_, Spot::InPerson) => t(lang, "register-to-room"),
        (Spot::OnlineAgain, Spot::Online) => t(lang, "register-to-first"),
        (_, Spot::Online) => t(lang, "register-to-online"),
        (_, Spot::OnlineAgain) => t(lang, "register-to-second"),
    }
}

fn stay(lang: Lang, own: Spot) -> String {
    match own {
        Spot::InPerson => t(lang, "register-stay-room"),
        Spot::Online => t(lang, "register-stay-online"),
        Spot::OnlineAgain => t(lang, "register-stay-online-again"),
    }
}

fn what_is_kept(lang: Lang, around: &Around, place: &Place, to: Spot) -> String {
    match (around.is_full(to), place.status) {
        (true, Status::Waitlisted) => t(lang, "register-keeps-turn"),
        (true, _) => t(lang, "register-keeps-place"),
        (false, Status::Waitlisted) => t(lang, "register-leaves-line"),
        (false, _) => t(lang, "register-frees-place"),
    }
}

/// Whether the other participants know, and the other choice.
fn known(lang: Lang, around: &Around) -> impl IntoView + use<> {
    let (said, label, to) = if around.named {
        (t(lang, "register-is-named"), t(lang, "register-unname"), "no")
    } else {
        (t(lang, "register-is-unnamed"), t(lang, "register-name"), "yes")
    };
    let list = format!("/{}/events/{}/participants", lang.code(), around.event.slug);
    view! {
        <form method="post" novalidate=true>
            <p class="small quiet">{said}</p>
            <input type="hidden" name="named" value=to/>
            <p class="actions">
                <button class="button full" type="submit" name="do" value="name">{label}</button>
                <a class="plain" href=list>{t(lang, "participants-see")}</a>
            </p>
        </form>
    }
}

/// Folded away: it cannot be undone where people wait.
fn leave(lang: Lang, place: &Place) -> impl IntoView + use<> {
    let (label, what) = match place.status {
        Status::Waitlisted => (t(lang, "register-leave-line"), t(lang, "register-leave-line-what")),
        _ => (t(lang, "register-leave"), t(lang, "register-leave-what")),
    };
    let summary = label.clone();
    view! {
        <details>
            <summary>{summary}</summary>
            <form method="post" novalidate=true>
                <p>{what}</p>
                <p class="actions"><button class="button full" type="submit" name="do" value="leave">{label}</button></p>
            </form>
        </details>
    }
}
