// The board of an agenda: sessions are moved, made longer and placed by pointer and by keys. Every change is sent as the forms of the
// page would send it; the answer is the page anew, with what is wrong and what others did.

const STEP = 5;
const MOST = 1440;
/** Keys rest this long before what they did is sent. */
const REST = 700;
/** Others are asked for this often. */
const LOOK = 4000;
/** A pointer that moved less has only pressed. */
const SLIP = 4;
/** Within so many pixels of the window's edge the page scrolls, by so many a frame. */
const EDGE = 48;
const PULL = 12;

const bench = () => document.getElementById("bench");
const said = document.getElementById("board-said");

let held = null; // what the pointer has
let waiting = null; // what keys did and is not sent yet
let sending = Promise.resolve();
let busy = 0;
let dragged = false;
let last = bench().outerHTML; // as the server wrote it
document.documentElement.dataset.board = "";

// Where things are.

const days = () => [...document.querySelectorAll(".boardday")];
const heads = (day) => [...day.querySelectorAll(".heads b")];
const blockOf = (id) => document.querySelector(`.block[data-session="${id}"]`);

/** Pixels of a minute on a day, and where its first minute is. */
function scale(day) {
  const lines = day.querySelectorAll(".hour");
  const top = lines[0].getBoundingClientRect().top;
  const bottom = lines[lines.length - 1].getBoundingClientRect().top;
  return { top, minute: (bottom - top) / ((day.dataset.to - day.dataset.from) * 60) };
}

/** What a block stands for: its day, minutes since that began, length, column. */
function placeOf(block) {
  const day = block.closest(".boardday");
  const [, hour, minute] = /T(\d\d):(\d\d)/.exec(block.dataset.starts);
  const lane = numberOf(block, "lane");
  const column = heads(day).findLastIndex((head) => numberOf(head, "lane") <= lane);
  return { day, from: hour * 60 + Number(minute), minutes: Number(block.dataset.minutes), column };
}

const numberOf = (element, name) => Number(new RegExp(`(?:^| )${name}-(\\d+)`).exec(element.className)?.[1]);

/** Puts a block where it would be, and says when that is. */
function show(block, { day, from, minutes, column }) {
  const list = day.querySelector(".blocks");
  if (block.parentElement !== list) list.append(block);
  const head = heads(day)[column];
  const at = Math.round((from - day.dataset.from * 60) / STEP);
  const to = at + Math.max(1, Math.round(minutes / STEP));
  const kept = block.className.split(" ").filter((name) => !/^(lane|wide|at|to)-/.test(name));
  const hour = (which, step) => [`${which}-h${Math.floor(step / 12)}`, `${which}-m${step % 12}`];
  block.className = [...kept, `lane-${numberOf(head, "lane")}`, "wide-1", ...hour("at", at), ...hour("to", to)].join(" ");
  block.querySelector(".when").textContent = `${clock(from)}–${clock(from + minutes)}`;
}

const two = (n) => String(n).padStart(2, "0");
const clock = (minute) => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;

const same = (one, other) => ["day", "from", "minutes", "column"].every((part) => one[part] === other[part]);

/** Within what is drawn, and at least one step long. */
function within(place) {
  const { day } = place;
  const minutes = Math.min(MOST, Math.max(STEP, place.minutes));
  const from = Math.max(day.dataset.from * 60, Math.min(day.dataset.to * 60 - STEP, 1440 - STEP, place.from));
  return { ...place, minutes, from, column: Math.max(0, Math.min(heads(day).length - 1, place.column)) };
}

// Sending.

function fieldsOf(place, was) {
  const fields = {
    starts_local: `${place.day.dataset.date}T${clock(place.from)}`,
    duration_minutes: place.minutes,
  };
  if (place.column === was?.column) return fields;
  const { lv, en } = heads(place.day)[place.column].dataset;
  return { ...fields, "room.lv": lv, "room.en": en };
}

/** One after another, so that each knows what the one before led to. */
function send(fields) {
  busy += 1;
  sending = sending.then(() => post(typeof fields === "function" ? fields() : fields)).finally(() => {
    busy -= 1;
  });
  return sending;
}

async function post(fields) {
  if (!fields) return;
  const body = new URLSearchParams({ ...fields, piece: 1 });
  const text = await fetch(bench().dataset.address, { method: "POST", body, keepalive: true }).then((answer) => answer.text(), () => null);
  const offline = document.getElementById("board-offline");
  offline.hidden = text !== null;
  // What is no board says why there is none: signed out, not allowed, the event is over.
  if (text && !text.includes('id="bench"')) return location.reload();
  put(text);
  if (!text) tell(offline.textContent);
}

function tell(words) {
  if (words) said.textContent = words;
}

/** The page anew, with what was typed, what was read and where the keys were. */
function put(text) {
  const focus = document.activeElement?.id;
  const typed = [...bench().querySelectorAll("#publish input:not([type=hidden])")].map(({ id, value }) => [id, value]);
  const scrolled = days().map((day) => day.parentElement.scrollLeft);
  const open = bench().querySelector(".aslist")?.open;
  bench().outerHTML = text ?? last;
  last = bench().outerHTML;
  for (const [id, value] of typed) if (document.getElementById(id)) document.getElementById(id).value = value;
  days().forEach((day, n) => (day.parentElement.scrollLeft = scrolled[n] ?? 0));
  if (open) bench().querySelector(".aslist")?.setAttribute("open", "");
  const block = waiting && blockOf(waiting.id);
  if (block) show(block, (waiting.place = within({ ...waiting.place, day: dayOf(waiting.place.day.dataset.date) ?? placeOf(block).day })));
  document.getElementById(focus)?.focus({ preventScroll: true });
  if (text) tell(bench().dataset.said);
}

const dayOf = (date) => days().find((day) => day.dataset.date === date);

function move(id, place, was) {
  return send(() => {
    const block = blockOf(id);
    return block && { do: "move", session: id, version: block.dataset.version, ...fieldsOf(place, was) };
  });
}

// The pointer.

document.addEventListener("pointerdown", (event) => {
  if (event.button !== 0 || held) return;
  const block = event.target.closest(".block[data-version]");
  const topic = event.target.closest("#waiting [data-topic]");
  // A finger that is not on the grip scrolls.
  if (event.pointerType === "touch" && !event.target.closest(".grip, .edge")) return;
  if (topic && event.target.closest("a")) return;
  if (!block && !topic) return;
  const edge = Boolean(event.target.closest(".edge"));
  held = { block, topic, edge, x: event.clientX, y: event.clientY, moved: false, pointer: event.pointerId };
  if (block) {
    held.was = placeOf(block);
    held.grabbed = (event.clientY - block.getBoundingClientRect().top) / scale(held.was.day).minute;
  }
  event.target.closest("a, li")?.setPointerCapture?.(event.pointerId);
});

document.addEventListener("pointermove", (event) => {
  if (!held || event.pointerId !== held.pointer) return;
  if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLIP) return;
  if (!held.moved) requestAnimationFrame(scroll);
  held.moved = true;
  held.last = event;
  follow(event);
});

function follow(event) {
  held.block ??= chip(held.topic);
  held.block.classList.add("moving");
  const place = aimed(event);
  if (!place) return;
  held.place = place;
  show(held.block, place);
}

/** At the edge of the window the page comes along. */
function scroll() {
  if (!held) return;
  const { clientY } = held.last;
  const by = clientY < EDGE ? -PULL : clientY > innerHeight - EDGE ? PULL : 0;
  if (by) {
    scrollBy({ top: by, behavior: "instant" });
    follow(held.last);
  }
  requestAnimationFrame(scroll);
}

/** A block for a topic that is not placed yet. */
function chip(topic) {
  const block = document.createElement("li");
  block.className = "block";
  block.append(Object.assign(document.createElement("b"), { textContent: topic.querySelector("h3").textContent }), " ");
  block.append(Object.assign(document.createElement("span"), { className: "when" }));
  held.fresh = true;
  held.grabbed = 0;
  held.was = { minutes: Number(topic.dataset.minutes) };
  return block;
}

/** Where the pointer would put what it has; nothing off the board. */
function aimed(event) {
  if (held.edge) {
    const { top, minute } = scale(held.was.day);
    const until = snapped((event.clientY - top) / minute + held.was.day.dataset.from * 60);
    return within({ ...held.was, minutes: until - held.was.from });
  }
  const day = document.elementsFromPoint(event.clientX, event.clientY).find((one) => one.closest(".boardday"))?.closest(".boardday");
  if (!day) return null;
  const { top, minute } = scale(day);
  const from = snapped((event.clientY - top) / minute - held.grabbed + day.dataset.from * 60);
  const column = heads(day).findIndex((head) => event.clientX < head.getBoundingClientRect().right);
  return within({ day, from, minutes: held.was.minutes, column: column < 0 ? heads(day).length - 1 : column });
}

const snapped = (minute) => Math.round(minute / STEP) * STEP;

function drop(keep) {
  const { block, was, place, moved, fresh, topic } = held;
  held = null;
  if (!moved || !block) return;
  block.classList.remove("moving");
  dragged = true;
  setTimeout(() => (dragged = false), 0);
  if (fresh) {
    if (keep && place) send({ do: "place", topic: topic.dataset.topic, ...fieldsOf(place) });
    else block.remove();
  } else if (keep && place && !same(place, was)) {
    move(block.dataset.session, place, was);
  } else {
    put(null);
  }
}

// What was dragged is not pressed as well.
document.addEventListener("click", (event) => dragged && event.preventDefault(), true);
document.addEventListener("pointerup", (event) => held?.pointer === event.pointerId && drop(true));
document.addEventListener("pointercancel", (event) => held?.pointer === event.pointerId && drop(false));
// A link that is dragged would be dragged away by the browser.
document.addEventListener("dragstart", (event) => event.target.closest?.(".block, #waiting [data-topic]") && event.preventDefault());

// Keys.

const steps = {
  ArrowUp: (place, far) => ({ from: place.from - far }),
  ArrowDown: (place, far) => ({ from: place.from + far }),
  ArrowLeft: (place) => ({ column: place.column - 1 }),
  ArrowRight: (place) => ({ column: place.column + 1 }),
  "+": (place, far) => ({ minutes: place.minutes + far }),
  "-": (place, far) => ({ minutes: place.minutes - far }),
  PageUp: (place) => ({ day: days()[days().indexOf(place.day) - 1] ?? place.day }),
  PageDown: (place) => ({ day: days()[days().indexOf(place.day) + 1] ?? place.day }),
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && held) return drop(false);
  if (event.target.closest("input, textarea, select")) return;
  const command = event.ctrlKey || event.metaKey;
  if (command && !event.altKey && /^[zy]$/i.test(event.key)) {
    event.preventDefault();
    settle();
    return send({ do: event.key.toLowerCase() === "y" || event.shiftKey ? "redo" : "undo" });
  }
  const block = event.target.closest(".block[data-version]");
  if (!block || command || event.altKey) return;
  if (event.key === "Delete") {
    settle();
    return send(() => blockOf(block.dataset.session) && { do: "remove", session: block.dataset.session, version: blockOf(block.dataset.session).dataset.version });
  }
  // Where + is typed with Shift, it is no more than +.
  const key = event.key === "=" ? "+" : event.key === "_" ? "-" : event.key;
  const step = steps[key];
  if (!step) return;
  event.preventDefault();
  const id = block.dataset.session;
  if (waiting && waiting.id !== id) settle();
  waiting ??= { id, was: placeOf(block), place: placeOf(block) };
  const far = event.shiftKey && key.startsWith("Arrow") ? 30 : STEP;
  waiting.place = within({ ...waiting.place, ...step(waiting.place, far) });
  show(block, waiting.place);
  block.querySelector("a").focus({ preventScroll: true });
  block.scrollIntoView({ block: "nearest", inline: "nearest" });
  tell(words(block, waiting.place));
  clearTimeout(waiting.timer);
  waiting.timer = setTimeout(settle, REST);
});

function words(block, { day, column }) {
  return [block.querySelector("b").textContent, block.querySelector(".when").textContent, heads(day)[column].textContent].join(", ");
}

/** Sends what keys did. */
function settle() {
  if (!waiting) return;
  const { id, place, was, timer } = waiting;
  clearTimeout(timer);
  waiting = null;
  if (!same(place, was)) move(id, place, was);
}

document.addEventListener("focusout", (event) => {
  if (waiting && event.target.closest(".block")?.dataset.session === waiting.id && !event.relatedTarget?.closest(".block")) settle();
});
addEventListener("pagehide", settle);

// The two buttons do without a page of their own.
document.addEventListener("submit", (event) => {
  const does = event.submitter?.value;
  if (event.submitter?.id !== `board-${does}`) return;
  event.preventDefault();
  settle();
  send({ do: does });
});

// Others.

setInterval(async () => {
  if (document.hidden || held || waiting || busy ) return;
  const { address, mark } = bench().dataset;
  const answer = await fetch(`${address}?mark=${encodeURIComponent(mark)}`).catch(() => null);
  if (answer?.status !== 200) return;
  const text = await answer.text();
  if (held || waiting || busy || !text.includes('id="bench"')) return;
  put(text);
}, LOOK);
