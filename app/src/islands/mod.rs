//! Small leaves that make a page livelier. Each is useful, or absent, without JavaScript; their props are public.

mod copy_address;
mod device_zone;
mod live_seats;
pub mod meeting;
mod own_time;
mod similar_topics;

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

pub use copy_address::CopyAddress;
pub use device_zone::DeviceZone;
pub use live_seats::{LiveSeats, Seat, Words, line as seats_line};
pub use own_time::OwnTime;
pub use similar_topics::SimilarTopics;

/// The piece of page at an address of ours.
async fn piece(address: &str) -> Option<String> {
    let response = JsFuture::from(window().fetch_with_str(address)).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
