//! The browser's part: handles and pointer move the runs, the picture follows.

use super::clocks::{Together, span, utc};
use super::frame::{Frame, NARROW, WIDE};
use super::{Meeting, MeetingWords};
use crate::islands::piece;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, PointerEvent};

/// Puts a run at a minute, on the grid and clear of the other run.
pub fn put(meeting: StoredValue<Meeting>, starts: RwSignal<Vec<i32>>, run: usize, to: i32) {
    let placed =
        meeting.with_value(|meeting| starts.with_untracked(|starts| room(meeting, starts, run).map(|room| on_grid(meeting, room, to))));
    if let Some(at) = placed {
        starts.update(|starts| starts.iter_mut().skip(run).take(1).for_each(|start| *start = at));
    }
}

/// The first and the last start a run may have; none where the other leaves it no room.
fn room(meeting: &Meeting, starts: &[i32], run: usize) -> Option<(i32, i32)> {
    let (step, minutes) = (meeting.step.max(1) as i32, meeting.minutes as i32);
    let (least, most) = match (run, starts) {
        (0, [_, second]) => (0, second - minutes),
        (1, [first, _]) => (first + minutes, 1_440 - step),
        _ => (0, 1_440 - step),
    };
    let (least, most) = ((least + step - 1).div_euclid(step) * step, most.div_euclid(step) * step);
    (least <= most).then_some((least, most))
}

fn on_grid(meeting: &Meeting, (least, most): (i32, i32), to: i32) -> i32 {
    let step = meeting.step.max(1) as i32;
    ((to + step / 2).div_euclid(step) * step).clamp(least, most)
}

/// Both maps can be dragged: the nearer run follows the pointer with its middle.
pub fn by_pointer(meeting: StoredValue<Meeting>, starts: RwSignal<Vec<i32>>) {
    for frame in [WIDE, NARROW] {
        let Some(map) = find(&format!(".{}", frame.class)) else { continue };
        let held = StoredValue::new(None::<usize>);
        let (target, kept) = (map.clone(), meeting);
        let down = move |event: PointerEvent| {
            let at = minute(&target, &frame, &event);
            if (0..1_440).contains(&at) {
                held.set_value(nearest(kept, starts, at));
                let _ = target.set_pointer_capture(event.pointer_id());
                event.prevent_default();
                move_to(kept, starts, held, at);
            }
        };
        let target = map.clone();
        let moved = move |event: PointerEvent| move_to(kept, starts, held, minute(&target, &frame, &event));
        listen(&map, "pointerdown", down);
        listen(&map, "pointermove", moved);
        listen(&map, "pointerup", move |_| held.set_value(None));
        listen(&map, "pointercancel", move |_| held.set_value(None));
    }
}

fn move_to(meeting: StoredValue<Meeting>, starts: RwSignal<Vec<i32>>, held: StoredValue<Option<usize>>, at: i32) {
    if let Some(run) = held.get_value() {
        let half = meeting.with_value(|meeting| meeting.minutes as i32 / 2);
        put(meeting, starts, run, at - half);
    }
}

fn nearest(meeting: StoredValue<Meeting>, starts: RwSignal<Vec<i32>>, at: i32) -> Option<usize> {
    let half = meeting.with_value(|meeting| meeting.minutes as i32 / 2);
    starts.with_untracked(|starts| starts.iter().enumerate().min_by_key(|(_, start)| (**start + half - at).abs()).map(|(run, _)| run))
}

fn minute(map: &Element, frame: &Frame, event: &PointerEvent) -> i32 {
    let place = map.get_bounding_client_rect();
    frame.minute((f64::from(event.client_x()) - place.left()) / place.width().max(1.0) * frame.width)
}

fn listen(map: &Element, name: &str, heard: impl Fn(PointerEvent) + 'static) {
    let heard = Closure::<dyn Fn(PointerEvent)>::new(heard);
    let _ = map.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
    heard.forget();
}

/// Draws the runs and every local time anew.
pub fn show(meeting: &Meeting, together: &Together, words: &MeetingWords, starts: &[i32]) {
    let taken = together.taken(words, starts);
    for frame in [WIDE, NARROW] {
        let Some(map) = find(&format!(".{}", frame.class)) else { continue };
        let [under, band, ghost] = frame.outlines(starts, meeting.minutes, &taken);
        draw(&map, ".band-halo", &under);
        draw(&map, ".band", &band);
        draw(&map, ".ghost", &ghost);
        for (run, start) in starts.iter().enumerate() {
            let Ok(Some(tag)) = map.query_selector(&format!(".tag-{run}")) else { continue };
            let _ = tag.set_attribute("transform", &format!("translate({} 0)", frame.tag_at(*start, meeting.minutes)));
            write(&tag, ".tag-text", &span(*start, start + meeting.minutes as i32));
        }
        let Ok(rows) = map.query_selector_all(".there") else { continue };
        for (row, taken) in taken.iter().enumerate() {
            let Some(text) = u32::try_from(row).ok().and_then(|row| rows.get(row)) else { continue };
            text.set_text_content(Some(&taken.text));
            if let Some(element) = text.dyn_ref::<Element>() {
                let _ = element.class_list().toggle_with_force("late", taken.night);
            }
        }
    }
    if let Some(heading) = find("#plan-at") {
        let join = |all: Vec<String>| all.join(&format!(" {} ", words.and));
        let at = join(starts.iter().map(|start| utc(*start)).collect());
        let local = join(starts.iter().map(|start| together.local(meeting.first, words, *start)).collect());
        heading.set_text_content(Some(&words.heading.replace("{utc}", &at).replace("{local}", &local)));
    }
}

/// The address holds the new start, and the sentences and figures come from the server.
pub fn settle(meeting: &Meeting, starts: &[i32], address: &str) {
    let at = starts.iter().map(|start| utc(*start)).collect::<Vec<_>>().join("+");
    let query = format!("{}&on={}&at={at}", meeting.query, meeting.on);
    let _ = window().history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("?{query}"))));
    let address = format!("{address}?{query}");
    spawn_local(async move {
        let (found, place) = (piece(&address).await, find("#moved"));
        if let (Some(found), Some(place)) = (found, place) {
            place.set_inner_html(&found);
        }
    });
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn draw(map: &Element, selector: &str, path: &str) {
    if let Ok(Some(drawn)) = map.query_selector(selector) {
        let _ = drawn.set_attribute("d", path);
    }
}

fn write(within: &Element, selector: &str, text: &str) {
    if let Ok(Some(written)) = within.query_selector(selector) {
        written.set_text_content(Some(text));
    }
}
