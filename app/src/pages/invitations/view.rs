use crate::form::Submitted;
use crate::page::lang;
use crate::text::t;
use crate::ui::{Choice, Choices, Empty, ErrorSummary, Field, Pager, Section, Table, Title};
use backend::repo::invitations::Row;
use backend::service::invitations::Shown;
use domain::invitation::{Delivery, PartStat};
use domain::person::Segment;
use domain::region::Region;
use domain::text::Lang;
use leptos::prelude::*;

const SEGMENTS: [Segment; 5] = [Segment::Diplomacy, Segment::Justice, Segment::CultureAndSport, Segment::EconomyAndFinance, Segment::Other];

/// `lost`: only those whose letter did not arrive are shown.
pub(super) fn page(here: String, shown: Shown, form: &Submitted, after: i64, lost: bool) -> impl IntoView + use<> {
    let lang = lang();
    let event = shown.event.title.0.pick(lang).to_owned();
    let waiting = matches!(shown.event.status.0, domain::event::Status::Draft | domain::event::Status::Tentative);
    let only = if lost { "only=undelivered&" } else { "" };
    let next = shown.next.map(|id| format!("{here}?{only}after={id}"));
    let first = (after > 0).then(|| format!("{here}?{only}after=0"));
    let manages = shown.manages;
    let filters = [
        (t(lang, "invitations-everybody"), here.clone(), !lost),
        (t(lang, "invitations-lost"), format!("{here}?only=undelivered#list"), lost),
    ];
    let filters = filters.map(|(words, href, current)| view! { <a href=href aria-current=current.then_some("true")>{words}</a> });
    let list = match shown.rows.is_empty() {
        true if lost => view! { <Empty say=t(lang, "invitations-none-lost")/> }.into_any(),
        true => {
            view! { <Empty say=t(lang, "invitations-nobody")><p class="quiet">{t(lang, "invitations-nobody-why")}</p></Empty> }.into_any()
        }
        false => table(&here, shown.rows, manages).into_any(),
    };
    view! {
        <Title sub=event>{t(lang, "invitations-title")}</Title>
        {manages.then(|| invite_form(form, waiting))}
        <Section id="list" title=t(lang, "invitations-list") wide=true><nav class="filters" aria-label=t(lang, "invitations-list")>{filters.to_vec()}</nav>{list}<Pager first=first next=next/></Section>
    }
}

/// People by what they say of themselves; read it with [`super::audience`].
pub fn audience_fields(form: &Submitted) -> impl IntoView + use<> {
    let lang = lang();
    let segments = SEGMENTS.map(|segment| Choice::new(<&str>::from(segment), segment_name(lang, segment))).to_vec();
    view! {
        <Choices form=form name="audience.segments" label=t(lang, "invitations-segments") help=t(lang, "invitations-audience-help") choices=segments many=true/>
        <Field form=form name="audience.countries" label=t(lang, "invitations-countries") help=t(lang, "invitations-countries-help") optional=true/>
        <Field form=form name="audience.competences" label=t(lang, "invitations-competences") help=t(lang, "invitations-competences-help") optional=true/>
    }
}

fn invite_form(form: &Submitted, waiting: bool) -> impl IntoView + use<> {
    let lang = lang();
    // Children of a part must own what they show, so the form is laid out before.
    let fields = view! {
        <form method="post" novalidate=true>
            <ErrorSummary form=form/>
            {waiting.then(|| view! { <p class="quiet">{t(lang, "invitations-waiting")}</p> })}
            <Field form=form name="emails" label=t(lang, "invitations-emails") help=t(lang, "invitations-emails-help") kind="textarea" rows=6 optional=true/>
            {audience_fields(form)}
            <p class="actions">
                <button class="button main">{t(lang, "invitations-send")}</button>
                <button class="plain" name="do" value="plan">{t(lang, "invitations-plan")}</button>
            </p>
        </form>
    };
    view! { <Section id="invite" title=t(lang, "invitations-invite")>{fields}</Section> }
}

fn table(here: &str, rows: Vec<Row>, manages: bool) -> impl IntoView + use<> {
    let lang = lang();
    let mut heads = vec![t(lang, "invitations-person"), t(lang, "invitations-answer"), t(lang, "invitations-delivery")];
    heads.extend(manages.then(|| t(lang, "invitations-change")));
    let rows = rows.into_iter().map(|row| table_row(here, row, manages)).collect::<Vec<_>>();
    view! { <Table caption=t(lang, "invitations-list") heads=heads stacked=true>{rows}</Table> }
}

fn table_row(here: &str, row: Row, manages: bool) -> impl IntoView + use<> {
    let lang = lang();
    let withdraw = manages.then(|| {
        let email = percent_encoding::utf8_percent_encode(&row.email, percent_encoding::NON_ALPHANUMERIC);
        let (href, label) = (format!("{here}/withdraw?email={email}"), t!(lang, "invitations-withdraw-whom", email = row.email.clone()));
        view! { <td><a class="plain" href=href aria-label=label>{t(lang, "invitations-withdraw")}</a></td> }
    });
    let name = (!row.name.is_empty()).then(|| view! { <span class="quiet">{format!(" {}", row.name)}</span> });
    view! {
        <tr>
            <th scope="row">{row.email.clone()}{name}</th>
            <td>{t(lang, answer_key(row.partstat.0))}</td>
            <td>{t(lang, delivery_key(row.delivery.0))}</td>
            {withdraw}
        </tr>
    }
}

fn answer_key(answer: PartStat) -> &'static str {
    match answer {
        PartStat::NeedsAction => "invitations-answer-none",
        PartStat::Accepted => "invitations-answer-accepted",
        PartStat::Tentative => "invitations-answer-tentative",
        PartStat::Declined => "invitations-answer-declined",
    }
}

fn delivery_key(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Queued => "invitations-delivery-queued",
        Delivery::Sent => "invitations-delivery-sent",
        Delivery::Bounced => "invitations-delivery-bounced",
        Delivery::Failed => "invitations-delivery-failed",
    }
}

/// A field of work in words.
pub fn segment_name(lang: Lang, segment: Segment) -> String {
    match segment {
        Segment::Diplomacy => t(lang, "invitations-segment-diplomacy"),
        Segment::Justice => t(lang, "invitations-segment-justice"),
        Segment::CultureAndSport => t(lang, "invitations-segment-culture"),
        Segment::EconomyAndFinance => t(lang, "invitations-segment-economy"),
        Segment::Other => t(lang, "invitations-segment-other"),
    }
}

/// A part of the world in words, as it can be typed into the form.
pub fn region_name(lang: Lang, region: Region) -> String {
    match region {
        Region::Latvia => t(lang, "region-latvia"),
        Region::BelgiumAndLuxembourg => t(lang, "region-belgium-and-luxembourg"),
        Region::Europe => t(lang, "region-europe"),
        Region::Americas => t(lang, "region-americas"),
        Region::Africa => t(lang, "region-africa"),
        Region::AsiaAndPacific => t(lang, "region-asia-and-pacific"),
    }
}
