// The agenda, made together: topics, all kinds of votes, the draft, the board, two releases, and who is told of what.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { openBrowser, openPage, press, signIn } from "./support/browser.js";
import { eventsOf } from "./support/calendar.js";
import { apiOf } from "./support/api.js";
import { lettersTo } from "./support/mails.js";
import { startServer } from "./support/server.js";

const HOST = "council";
const EVENT = "gathering";
const ORGANISER = "organiser@saiets.test";
const DAY = "2027-08-18";
const voters = Array.from({ length: 30 }, (_, n) => `voter${String(n + 1).padStart(2, "0")}@saiets.test`);
const METHODS = ["approval", "score", "ranked", "equal_shares"];
/** As long as the ballots take on a slow machine; the rounds are made with it and close by themselves. */
const OPEN_SECONDS = 75;

let server;
let browser;
let organiser;

before(async () => {
  server = await startServer({ demo: false });
  browser = await openBrowser();
  await prepare();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A host, its organiser, an announced event with thirty people, in the room and online. */
async function prepare() {
  server.saiets("admin", "--email", "admin@saiets.test", "--name", "Admin");
  const admin = apiOf(server, "admin@saiets.test");
  await admin("POST", "/hosts", { slug: HOST, name: { lv: "Padome", en: "Council" }, kind: "association", zone: "Europe/Riga" });
  await admin("PUT", `/people/${ORGANISER}`, { name: "Anna Ozola", zone: "Europe/Riga", language: "en" });
  await admin("PUT", `/hosts/${HOST}/members/${ORGANISER}`, { role: "organiser" });
  organiser = apiOf(server, ORGANISER);
  await organiser("POST", "/events", {
    slug: EVENT,
    host: HOST,
    kind: "forum",
    title: { lv: "Saiets", en: "Gathering" },
    starts_local: `${DAY}T10:00`,
    zone: "Europe/Riga",
    duration_minutes: 420,
    venue: { name: "Nacionālā bibliotēka", city: "Rīga", country: "LV" },
    attendance: { in_person: { capacity: 40 }, online: { capacity: null } },
    visibility: "public",
  });
  await organiser("POST", `/events/${EVENT}/status`, { to: "announced" });
  for (const [n, email] of voters.entries()) {
    await organiser("PUT", `/people/${email}`, { name: `Voter ${n + 1}`, zone: "Europe/Brussels", language: "en" });
    await organiser("POST", `/events/${EVENT}/registrations`, { mode: n % 3 ? "in_person" : "online", email });
  }
  await organiser("PUT", `/events/${EVENT}/rooms`, [
    { name: "Great Hall", capacity: 100 },
    { name: "Small Hall", capacity: 30 },
  ]);
}

/** By keys alone where `keys`, else by pointer. */
async function propose(page, title, minutes, keys) {
  await page.goto(`/en/events/${EVENT}/topics`);
  const name = page.locator('#propose [name="title"]');
  if (keys) {
    await name.focus();
    await page.keyboard.type(title);
    await page.locator('#propose [name="minutes"]').focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(String(minutes));
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  } else {
    await name.fill(title);
    await page.fill('#propose [name="minutes"]', String(minutes));
    await press(page, page.locator("#propose button.main"));
  }
  // What is alike is shown first; whoever means it sends it once more.
  if (!/\/topics\/\d+$/.test(page.url())) await press(page, page.locator("#propose button.main"));
  assert.match(page.url(), /\/topics\/\d+$/);
}

const subjects = [
  "Climate diplomacy", "Public health after the pandemic", "Human rights courts", "Culture abroad", "Science funding", "Modern administration",
  "Rail Baltica", "Development aid", "Social security of officials", "Fundraising for associations", "Careers in the Union", "Defence industry",
  "Space policy", "Schools on Saturdays", "Innovation and finance", "Foreign investment", "Open data", "Exporters’ network", "Nuclear energy",
  "Language technology",
];

/** What somebody likes: their own few subjects, so that votes differ. */
const likes = (voter, topics) => topics.filter((_, n) => (n * 7 + voter * 3) % 5 < 2).map(({ id }) => String(id));

function ballotOf(method, voter, topics) {
  const liked = likes(voter, topics);
  if (method === "score") return { scores: Object.fromEntries(liked.map((id, n) => [id, 5 - (n % 5)])) };
  if (method === "ranked") return { ranking: liked.map((id) => [id]) };
  return { approve: liked };
}

/** The first voter casts each kind in the browser: by keys the approvals and the order, by pointer the rest. */
async function voteInBrowser(page, number, method) {
  await page.goto(`/en/events/${EVENT}/rounds/${number}`);
  if (method === "approval") {
    await page.locator('[name="approve"]').first().focus();
    await page.keyboard.press("Space");
    await Promise.all([page.waitForNavigation(), page.locator("main form.mine button.main").press("Enter")]);
  } else if (method === "score") {
    await page.locator('[name^="score-"][value="5"]').first().check();
    await press(page, page.locator("main form.mine button.main"));
  } else if (method === "ranked") {
    await page.locator('[name^="place-"]').first().focus();
    await page.keyboard.press("ArrowDown");
    await Promise.all([page.waitForNavigation(), page.locator("main form.mine button.main").press("Enter")]);
  } else {
    await page.locator('[name="approve"]').nth(1).check();
    await press(page, page.locator("main form.mine button.main"));
  }
  assert.ok(await page.locator('main [role="status"]').first().isVisible(), "says that the ballot is in");
}

async function closed(voter, id) {
  for (const end = Date.now() + 4 * OPEN_SECONDS * 1000; Date.now() < end; await pause(1000)) {
    const answer = await voter("GET", `/rounds/${id}/result`, undefined, [200, 409]);
    if (answer.code !== "sealed") return answer;
  }
  throw new Error("the round does not close");
}

const at = (page, title) => page.locator(".block", { hasText: title });
const saved = (page) => page.waitForResponse((answer) => answer.url().endsWith("/agenda/board") && answer.request().method() === "POST");

test("twenty topics, four kinds of votes and thirty voters become an agenda that everybody follows", { timeout: 840_000 }, async () => {
  const { page, context, complaints } = await openPage(browser, server.address);
  await signIn(page, server.signInLink(ORGANISER));
  for (const [n, title] of subjects.entries()) await propose(page, title, 20 + (n % 4) * 10, n % 2 === 0);
  const topics = (await organiser("GET", `/events/${EVENT}/topics?limit=50`)).items;
  assert.equal(topics.length, 20);

  // Everything that takes its time comes before the opening.
  const first = await openPage(browser, server.address);
  await signIn(first.page, server.signInLink(voters[0]));
  const others = voters.slice(1).map((email) => apiOf(server, email));

  const opens = new Date(Date.now() - 1000).toISOString();
  const closes = new Date(Date.now() + OPEN_SECONDS * 1000).toISOString();
  const rounds = [];
  for (const method of METHODS) {
    const body = { title: { en: `By ${method}` }, method, opens_at: opens, closes_at: closes, minutes: 240, secret: method === "equal_shares" };
    rounds.push(await organiser("POST", `/events/${EVENT}/rounds`, body));
  }
  for (const [n, method] of METHODS.entries()) await voteInBrowser(first.page, rounds[n].number, method);
  for (const [n, voter] of others.entries()) {
    for (const [r, method] of METHODS.entries()) await voter("PUT", `/rounds/${rounds[r].id}/ballot`, ballotOf(method, n + 1, topics));
  }
  await others[0]("GET", `/rounds/${rounds[0].id}/result`, undefined, [409]);
  const results = [];
  for (const { id } of rounds) results.push(await closed(organiser, id));
  for (const result of results) assert.ok(result.selected.length > 3 && result.minutes_used <= 240, JSON.stringify(result.selected));
  await page.goto(`/en/events/${EVENT}/rounds/${rounds[3].number}`);
  await press(page, page.locator('button[name="do"][value="apply"]'));
  const chosen = results[3].selected.map((id) => topics.find((topic) => String(topic.id) === String(id)));

  await page.goto(`/en/organise/events/${EVENT}/agenda`);
  assert.equal(await page.locator("#waiting [data-topic]").count(), chosen.length, "what was chosen waits for its place");
  await draft(page);
  assert.equal(await page.locator("#waiting [data-topic]").count(), 0, "all of it fits");

  await warnAndMend(page);
  await page.fill('#publish [name="name.en"]', "For comments");
  await press(page, page.locator("#publish button.main"));
  await page.locator('main [role="status"]').first().waitFor();

  await changeAndTell(page, first.page);
  assert.deepEqual(complaints, []);
  assert.deepEqual(first.complaints, []);
  await context.close();
  await first.context.close();
});

/** The suggestion for what waits is taken over. */
async function draft(page) {
  await press(page, page.locator('a[href$="/agenda/draft"]'));
  await press(page, page.locator('button[value="propose"]'));
  await press(page, page.locator('button[value="apply"]'));
}

/** Two mistakes by hand, seen and mended on the board: one by keys, one by pointer. */
async function warnAndMend(page) {
  const sessions = (await organiser("GET", `/events/${EVENT}/agenda`)).working.items;
  const [one, other] = sessions;
  await organiser("PATCH", `/sessions/${one.id}`, { speakers: ["Jānis Liepa"] });
  await organiser("PATCH", `/sessions/${other.id}`, { speakers: ["Jānis Liepa"], starts_local: one.starts_local, room: "Small Hall" });
  await organiser("POST", `/events/${EVENT}/sessions`, { title: { en: "Evening" }, starts_local: `${DAY}T20:00`, duration_minutes: 30, part: "main" });
  await page.goto(`/en/organise/events/${EVENT}/agenda`);
  await page.setViewportSize({ width: 1280, height: 1700 });
  const warned = () => page.locator("#warnings .warn").allTextContents();
  assert.ok((await warned()).some((text) => /two places/.test(text)) && (await warned()).some((text) => /outside the time/.test(text)));
  // By keys: the evening goes back to the end of the afternoon.
  const evening = at(page, "Evening");
  await evening.locator("a").focus();
  const answer = saved(page);
  for (let n = 0; n < 7; n += 1) await page.keyboard.press("Shift+ArrowUp");
  await answer;
  await evening.locator(".when", { hasText: "16:30–17:00" }).waitFor();
  await page.waitForFunction(() => !/outside the time/.test(document.getElementById("warnings")?.textContent ?? ""));
  // By pointer: the speaker's second session goes to when nothing else is.
  const block = page.locator(`#session-${other.id}`);
  const free = await page.evaluate(freeMinute, 15 * 60);
  await dragTo(page, block, free);
  await page.waitForFunction(() => !/two places/.test(document.getElementById("warnings")?.textContent ?? ""));
}

/** Where on the board a minute of the day is, in pixels of the page. */
function freeMinute(minute) {
  const day = document.querySelector(".boardday");
  const lines = [...day.querySelectorAll(".hour")].map((line) => line.getBoundingClientRect().top + scrollY);
  const hour = (lines.at(-1) - lines[0]) / (day.dataset.to - day.dataset.from);
  return lines[0] + (minute / 60 - day.dataset.from) * hour;
}

async function dragTo(page, block, top) {
  await block.scrollIntoViewIfNeeded();
  const box = await block.boundingBox();
  const scrolled = await page.evaluate(() => scrollY);
  const answer = saved(page);
  await page.mouse.move(box.x + 20, box.y + 4);
  await page.mouse.down();
  await page.mouse.move(box.x + 24, box.y + 12, { steps: 3 });
  await page.mouse.move(box.x + 20, top - scrolled + 4, { steps: 8 });
  await page.mouse.up();
  await answer;
}

/** One session is moved by half an hour, another cancelled: who marked the first, and the others registered, follow. */
async function changeAndTell(page, voterPage) {
  const items = (await organiser("GET", `/events/${EVENT}/agenda`)).items;
  const [moved, dropped] = [items[1], items[2]];
  const marker = apiOf(server, voters[1]);
  await marker("POST", `/sessions/${moved.id}/marks`);
  await marker("POST", `/sessions/${dropped.id}/marks`);
  const feed = (await marker("GET", "/me")).calendar_url;
  const entry = async (title) => eventsOf(await (await fetch(feed)).text()).find((event) => event.SUMMARY?.includes(title));
  const title = (session) => session.title.en ?? session.title.lv ?? session.title;
  const before = await entry(title(moved));
  assert.ok(before && (await entry(title(dropped))), "what is marked stands in one's own calendar");
  const everybody = [...voters, "admin@saiets.test"];
  const letters = () => everybody.map((email) => lettersTo(server.data, email).length);
  server.saiets("jobs", "run");
  const had = letters();

  await page.goto(`/en/organise/events/${EVENT}/agenda`);
  const block = page.locator(`#session-${moved.id}`);
  await block.locator("a").focus();
  const answer = saved(page);
  await page.keyboard.press("Shift+ArrowDown");
  await answer;
  await page.locator(`#session-${dropped.id} a`).focus();
  const removed = saved(page);
  await page.keyboard.press("Delete");
  await removed;
  await page.locator(`#session-${dropped.id}`).waitFor({ state: "detached" });
  await page.fill('#publish [name="name.en"]', "Final");
  await press(page, page.locator("#publish button.main"));

  server.saiets("jobs", "run");
  const told = () => letters().map((n, who) => n - had[who]);
  for (const end = Date.now() + 30_000; told()[1] === 0 && Date.now() < end; await pause(200));
  server.saiets("jobs", "run");
  assert.equal(told()[1], 1, "who marked them is told");
  assert.ok(told().every((n) => n <= 1), `one letter each at most: ${told()}`);
  assert.equal(told().at(-1), 0, "who has nothing to do with it is not");
  const after = await entry(title(moved));
  assert.notEqual(after.DTSTART, before.DTSTART);
  assert.ok(Number(after.SEQUENCE) > Number(before.SEQUENCE));
  assert.equal((await entry(title(dropped)))?.STATUS ?? "CANCELLED", "CANCELLED");
  await voterPage.goto(`/en/events/${EVENT}/agenda`);
  assert.match(await voterPage.locator("main").textContent(), /2 changes since release 1/);
}

test("two organisers at one agenda lose nothing", async () => {
  const slug = "workshop";
  await organiser("POST", "/events", {
    slug, host: HOST, kind: "thematic", title: { en: "Workshop" }, starts_local: `${DAY}T10:00`, zone: "Europe/Riga", duration_minutes: 240,
    attendance: { in_person: { capacity: null }, online: null }, visibility: "public",
  });
  await organiser("PUT", "/people/second@saiets.test", { name: "Otto Berzins", zone: "Europe/Riga", language: "en" });
  const admin = apiOf(server, "admin@saiets.test");
  await admin("PUT", `/hosts/${HOST}/members/second@saiets.test`, { role: "organiser" });
  const ids = [];
  for (const [title, time] of [["Opening", "10:00"], ["Debate", "11:00"]]) {
    const body = { title: { en: title }, starts_local: `${DAY}T${time}`, duration_minutes: 30, part: "main" };
    ids.push((await organiser("POST", `/events/${slug}/sessions`, body)).id);
  }
  const [anna, otto] = [await openPage(browser, server.address), await openPage(browser, server.address)];
  for (const [who, email] of [[anna, ORGANISER], [otto, "second@saiets.test"]]) {
    await signIn(who.page, server.signInLink(email));
    await who.page.goto(`/en/organise/events/${slug}/agenda`);
  }
  const [opening, debate] = ids;
  const byKeys = async (who, id, ...keys) => {
    await who.page.locator(`#session-${id} a`).focus();
    const answer = saved(who.page);
    for (const key of keys) await who.page.keyboard.press(key);
    return (await answer).status();
  };
  // Each changes another session: both stay, and each sees the other's.
  assert.equal(await byKeys(anna, opening, "ArrowDown", "ArrowDown"), 200);
  assert.equal(await byKeys(otto, debate, "+", "+"), 200);
  await anna.page.locator(`#session-${debate} .when`, { hasText: "11:00–11:40" }).waitFor();
  await otto.page.locator(`#session-${opening} .when`, { hasText: "10:10–10:40" }).waitFor();
  await anna.page.locator("#bench .notice", { hasText: "Otto Berzins has changed the agenda" }).waitFor();
  // Both change the same at once: the slower one sees both versions, and can have theirs after all.
  await otto.page.route("**/agenda/board?mark=*", (route) => route.fulfill({ status: 204 }));
  assert.equal(await byKeys(anna, opening, "Shift+ArrowDown"), 200);
  assert.equal(await byKeys(otto, opening, "ArrowUp"), 409);
  const both = otto.page.locator("#bench .notice", { hasText: "Somebody else was faster" });
  assert.match(await both.textContent(), /10:40–11:10.*10:05–10:35/s);
  await Promise.all([otto.page.waitForNavigation(), both.locator("button").click()]);
  assert.equal((await organiser("GET", `/sessions/${opening}`)).starts_local, `${DAY}T10:05`);
  // Taking back never takes another's change along.
  await anna.page.locator(`#session-${opening} .when`, { hasText: "10:05–10:35" }).waitFor();
  const answer = saved(anna.page);
  await anna.page.locator(`#session-${opening} a`).focus();
  await anna.page.keyboard.press("Control+z");
  await answer;
  await anna.page.locator("#bench .notice", { hasText: "changed by somebody else" }).waitFor();
  assert.equal((await organiser("GET", `/sessions/${opening}`)).starts_local, `${DAY}T10:05`);
  // The forms, too: what was typed into an old one is shown beside what is there.
  await otto.page.goto(`/en/organise/events/${slug}/agenda/${debate}`);
  await organiser("PATCH", `/sessions/${debate}`, { room: "Garden" });
  await otto.page.fill('[name="title.en"]', "Great debate");
  await otto.page.locator("main form button.main").click();
  const notice = otto.page.locator(".notice", { hasText: "Great debate" });
  await notice.waitFor();
  assert.match(await notice.textContent(), /Garden/);
  // Only complaint: the refused saves themselves.
  for (const { complaints } of [anna, otto]) assert.deepEqual(complaints.filter((words) => !/409|ViewTransition/.test(words)), []);
  await anna.context.close();
  await otto.context.close();
});

test("a ballot cast without a connection is sent once there is one", async () => {
  const closes = new Date(Date.now() + 3_600_000).toISOString();
  const topics = (await organiser("GET", `/events/${EVENT}/topics?limit=50`)).items;
  const open = topics.filter(({ status }) => status === "proposed").map(({ id }) => id);
  const opens = new Date(Date.now() - 1000).toISOString();
  const round = await organiser("POST", `/events/${EVENT}/rounds`, { title: { en: "Late" }, method: "approval", opens_at: opens, closes_at: closes, topics: open.slice(0, 3), winners: 1, secret: false });
  const { page, context } = await openPage(browser, server.address);
  await signIn(page, server.signInLink(voters[2]));
  await page.goto(`/en/events/${EVENT}/rounds/${round.number}`);
  await page.locator('[name="approve"]').first().check();
  await context.setOffline(true);
  await page.locator("main form.mine button.main").click();
  await page.locator("#ballot-kept:not([hidden])").waitFor();
  await Promise.all([page.waitForNavigation(), context.setOffline(false)]);
  assert.ok(await page.locator('main [role="status"]').first().isVisible(), "says that the ballot is in");
  assert.ok(await page.locator('[name="approve"]').first().isChecked());
  assert.equal(await page.evaluate(() => localStorage.length), 0, "nothing of it is left on the device");

  // Whoever sits down at the same device next neither sees nor sends it.
  await page.locator('[name="approve"]').nth(1).check();
  await context.setOffline(true);
  await page.locator("main form.mine button.main").click();
  await page.locator("#ballot-kept:not([hidden])").waitFor();
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await signIn(next, server.signInLink(voters[3]));
  await next.goto(`/en/events/${EVENT}/rounds/${round.number}`);
  assert.equal(await next.locator('[name="approve"]:checked').count(), 0);
  assert.ok(await next.locator("#ballot-kept").isHidden());
  assert.equal(await next.evaluate(() => localStorage.length), 1, "it waits for whose it is");
  await signIn(next, server.signInLink(voters[2]));
  await next.goto(`/en/events/${EVENT}/rounds/${round.number}`);
  await next.locator("#ballot-kept:not([hidden])").waitFor();
  assert.ok(await next.locator('[name="approve"]').nth(1).isChecked(), "and is looked at before it is sent");
  await next.locator("main form.mine button.main").click();
  await next.locator('main [role="status"]').first().waitFor();
  await next.waitForFunction(() => localStorage.length === 0, null, { timeout: 5000 });
  await context.close();
});
