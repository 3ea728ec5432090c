//! Who has which role in a host, and naming them.

use crate::form::Submitted;
use crate::pages::me::role_name;
use crate::reader::Reader;
use crate::text::t;
use crate::ui::{Actions, Choice, Choices, Empty, ErrorSummary, Field, Table};
use backend::repo::hosts::Member;
use backend::service::members::{put, remove};
use backend::{Error, Result, Site};
use domain::fault::Fault;
use domain::host::Role;
use domain::text::Lang;
use leptos::prelude::*;

/// Gives or takes the role that was asked for.
pub async fn save(site: &Site, reader: &Reader, slug: &str, form: &Submitted) -> Result<String> {
    let (lang, email) = (reader.lang, form.get("email"));
    if form.get("form") == "remove" {
        remove(site, &reader.actor, slug, email).await?;
        return Ok(t(lang, "member-removed"));
    }
    if form.given("role").is_none() {
        return Err(Error::Invalid(vec![Fault::new("role", "required")]));
    }
    put(site, &reader.actor, slug, email, form.get("role")).await?;
    Ok(t(lang, "member-named"))
}

/// The members as a table; who may name them gets a button to take each role away.
pub fn table(lang: Lang, members: &[Member], names: bool) -> AnyView {
    if members.is_empty() {
        return view! { <Empty say=t(lang, "members-none")><p>{t(lang, "members-none-next")}</p></Empty> }.into_any();
    }
    let mut heads = vec![t(lang, "member-name"), t(lang, "member-email"), t(lang, "member-role")];
    if names {
        heads.push(t(lang, "member-step"));
    }
    let rows = members.iter().map(|member| row(lang, member, names)).collect::<Vec<_>>();
    view! { <Table caption=t(lang, "members-title") heads=heads>{rows}</Table> }.into_any()
}

fn row(lang: Lang, member: &Member, names: bool) -> AnyView {
    let by_parent = member.named_by_parent.then(|| view! { " " <span class="small quiet">{t(lang, "member-by-parent")}</span> });
    let email = member.email.clone();
    let step = names.then(|| {
        let label = t!(lang, "member-remove-label", email = email.clone());
        view! {
            <td>
                <form method="post">
                    <input type="hidden" name="form" value="remove"/>
                    <input type="hidden" name="email" value=email.clone()/>
                    <button class="plain" type="submit" aria-label=label>{t(lang, "member-remove")}</button>
                </form>
            </td>
        }
    });
    let name = if member.name.is_empty() { "–".to_owned() } else { member.name.clone() };
    view! { <tr><th scope="row">{name}</th><td>{member.email.clone()}</td><td>{role_name(lang, member.role.0)} {by_parent}</td>{step}</tr> }
        .into_any()
}

/// The form that names somebody.
pub fn naming(lang: Lang, form: &Submitted) -> impl IntoView + use<> {
    view! {
        <form method="post" novalidate=true>
            <input type="hidden" name="form" value="member"/>
            <ErrorSummary form=form/>
            <Field form=form name="email" label=t(lang, "member-email") help=t(lang, "member-email-help") kind="email" max=254_usize/>
            <Choices form=form name="role" label=t(lang, "member-role") choices=roles(lang)/>
            <Actions><button class="button" type="submit">{t(lang, "member-put")}</button></Actions>
        </form>
    }
}

fn roles(lang: Lang) -> Vec<Choice> {
    let note = |role: Role| match role {
        Role::Viewer => t(lang, "role-viewer-note"),
        Role::Assistant => t(lang, "role-assistant-note"),
        Role::Organiser => t(lang, "role-organiser-note"),
        Role::Coordinator => t(lang, "role-coordinator-note"),
    };
    let all = [Role::Viewer, Role::Assistant, Role::Organiser, Role::Coordinator];
    all.map(|role| Choice::new(<&str>::from(role), role_name(lang, role)).note(note(role))).to_vec()
}
