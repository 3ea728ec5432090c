//! The agenda as those see it who make it: sessions with what is likely wrong, what publishing would change, and the form of one.

mod arrange;
mod bench;
mod beside;
mod board;
mod draft;
mod draft_form;
mod fields;
mod form;
mod list;
mod publishing;
mod setup;
mod versions;

pub use arrange::{look, send as arrange};
pub use bench::{publish, show};
pub use draft::{send as send_draft, show as draft};
pub use form::{blank, change, edit, make};
pub use setup::{save, show as setup};

use crate::reader::Reader;
use crate::ui::{Said, Title};
use backend::entity::event;
use leptos::prelude::*;

/// The name of the page below that of the event.
fn head(reader: &Reader, event: &event::Model, heading: String) -> AnyView {
    let href = reader.to(&format!("/organise/events/{}", event.slug));
    let name = event.title.0.clone();
    let of = move || view! { <p class="of"><a href=href.clone()><Said text=&name/></a></p> };
    view! { <Title inner=true of=of>{heading}</Title> }.into_any()
}
