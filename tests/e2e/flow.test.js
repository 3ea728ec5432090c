// The main job, as people do it: announced, joined, voted on, in people's calendars; in both languages, with scripts and without.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, press, signIn } from "./support/browser.js";
import { eventsOf, thirdWednesdays } from "./support/calendar.js";
import { mailThat } from "./support/mails.js";
import { startServer } from "./support/server.js";

const ORGANISER = "organiser@saiets.example";
const titles = { lv: "Ziemeļu saiets", en: "Northern gathering" };
const topics = { first: "Apmācība ierēdņiem par ES", alike: "Apmaaciiba ierēdņiem: ES" };

let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const datesOn = (page, inside = "main") => page.locator(`${inside} time[datetime]`).evaluateAll((all) => all.map((one) => one.getAttribute("datetime")));

/** A series by its rule, its next five dates seen before it is saved and after. */
async function makeSeries(page, to, slug) {
  await page.goto(to("/organise"));
  await press(page, page.locator('a[href$="/organise/hosts/chancellery/series/new"]'));
  await page.fill('[name="title.lv"]', titles.lv);
  await page.fill('[name="title.en"]', titles.en);
  await page.fill('[name="slug"]', slug);
  await page.selectOption('[name="kind"]', "forum");
  await page.selectOption('[name="repeats"]', "yearly");
  await page.selectOption('[name="month"]', "8");
  await page.check('[name="by"][value="weekday"]');
  await page.selectOption('[name="nth"]', "3");
  await page.selectOption('[name="weekday"]', "WE");
  await page.fill('[name="local_time"]', "10:00");
  await page.fill('[name="duration_minutes"]', "480");
  await page.selectOption('[name="zone"]', "Europe/Riga");
  await page.fill('[name="venues"]', "Rīga");
  await press(page, page.locator('button[name="do"][value="dates"]'));
  assert.deepEqual(await datesOn(page), thirdWednesdays(5), "the next five dates stand there before anything is saved");
  assert.equal(await page.inputValue('[name="title.lv"]'), titles.lv, "what was typed is kept");
  await press(page, page.locator("main form button.main"));
  assert.match(page.url(), new RegExp(`/organise/series/${slug}$`));
  assert.ok(await page.locator('[role="status"]').first().isVisible(), "says that it is saved");
}

/** The first date becomes a tentative event, open to the room and online, and is announced. */
async function announceEdition(page, to, slug) {
  await press(page, page.locator("main .todo a.button.main"));
  await page.fill('[name="slug"]', slug);
  await press(page, page.locator("main form button.main"));
  assert.match(page.url(), new RegExp(`/organise/events/${slug}$`));
  await page.goto(to(`/organise/events/${slug}/edit`));
  await page.check('[name="in_person"]');
  await page.fill('[name="attendance.in_person.capacity"]', "2");
  await page.check('[name="online"]');
  await press(page, page.locator("main form button.main"));
  await press(page, page.locator("main a.button.main"));
  assert.match(page.url(), /\/status\/announced$/);
  await press(page, page.locator("main form button.main"));
  assert.match(page.url(), new RegExp(`/organise/events/${slug}$`));
}

async function register(page, to, slug) {
  await page.goto(to(`/events/${slug}`));
  await press(page, page.locator('main .mine a.button.main[href$="/register"]'));
  await page.check('[name="mode"][value="in_person"]');
  await press(page, page.locator('button[name="do"][value="register"]'));
  assert.match(page.url(), new RegExp(`/events/${slug}$`));
  assert.ok(await page.locator('[role="status"]').first().isVisible(), "says that the place is had");
}

async function typeTopic(page, title) {
  await page.fill('#propose [name="title"]', "");
  await page.locator('#propose [name="title"]').pressSequentially(title);
  await page.fill('#propose [name="minutes"]', "30");
}

const propose = (page) => press(page, page.locator("#propose button.main"));

/** One topic, then one much like it: what is there is shown, while typing or before it is sent. */
async function proposeTopics(page, to, slug, scripts) {
  await page.goto(to(`/events/${slug}/topics`));
  await typeTopic(page, topics.first);
  await propose(page);
  assert.match(page.url(), /\/topics\/1$/);
  await page.goto(to(`/events/${slug}/topics`));
  await typeTopic(page, topics.alike);
  if (!scripts) await propose(page);
  const hint = page.locator("#propose .hint");
  await hint.waitFor();
  assert.ok((await hint.textContent()).includes(topics.first), "names the topic that is alike");
  assert.equal(await page.inputValue('#propose [name="title"]'), topics.alike, "what was typed is kept");
  await propose(page);
  assert.match(page.url(), /\/topics\/2$/);
}

async function support(page, to, slug) {
  await page.goto(to(`/events/${slug}/topics/1`));
  await press(page, page.locator('button[name="do"][value="support"]'));
  assert.equal(await page.locator('button[name="do"][value="unsupport"]').count(), 1, "the support can be taken back");
}

/** A round over the topics, open now, and a ballot in it. */
async function vote(page, to, slug) {
  await page.goto(to(`/events/${slug}/rounds/new`));
  await page.fill('[name="title.lv"]', "Ko ņemam darba kārtībā?");
  await page.fill('[name="closes_at"]', `${thirdWednesdays(1)[0].slice(0, 4)}-07-01T18:00`);
  await press(page, page.locator("main form button.main"));
  assert.match(page.url(), /\/rounds\/1$/);
  await page.locator('[name="approve"]').first().check();
  await press(page, page.locator("main form button.main"));
  assert.ok(await page.locator('[role="status"]').first().isVisible(), "says that the ballot is in");
  assert.ok(await page.locator('[name="approve"]').first().isChecked(), "the ballot stands there until the close");
}

const entryFor = (slug, method, uid) => (mail) => mail.to?.includes(ORGANISER) && mail.method === method && mail.event.UID === uid;

/** The feed of the event itself: what the mails must agree with. */
async function uidOf(slug) {
  const answer = await fetch(`${server.address}/events/${slug}.ics`);
  assert.equal(answer.status, 200);
  return eventsOf(await answer.text())[0].UID;
}

async function isInOwnCalendar(page, to, uid) {
  await page.goto(to("/me"));
  const feed = await fetch(await page.inputValue("main .copy input[readonly]"));
  assert.equal(feed.status, 200);
  assert.match(feed.headers.get("content-type"), /^text\/calendar/);
  return eventsOf(await feed.text()).some((event) => event.UID === uid && event.STATUS !== "CANCELLED");
}

async function changeToOnline(page, to, slug) {
  await page.goto(to(`/events/${slug}/register`));
  await press(page, page.locator('button[name="do"][value="change"]'));
  await page.goto(to(`/events/${slug}/register`));
  assert.equal(await page.locator('input[name="mode"]').inputValue(), "in_person", "now the way back to the room is offered");
}

async function giveUp(page, to, slug) {
  await page.goto(to(`/events/${slug}/register`));
  await page.locator("main details summary").filter({ visible: true }).last().click();
  await press(page, page.locator('button[name="do"][value="leave"]'));
  assert.match(page.url(), new RegExp(`/events/${slug}$`));
  assert.equal(await page.locator('main .mine a.button.main[href$="/register"]').count(), 1, "a place can be had again");
}

for (const scripts of [true, false]) {
  for (const language of ["lv", "en"]) {
    test(`announced, joined, voted on, in people's calendars: ${language}, scripts ${scripts ? "on" : "off"}`, async () => {
      const { page, context, complaints } = await openPage(browser, server.address, { scripts, language });
      const to = (path) => `/${language}${path}`;
      const slug = `north-${language}-${scripts ? "lively" : "plain"}`;
      const edition = `${slug}-1`;
      await signIn(page, server.signInLink(ORGANISER));
      await makeSeries(page, to, slug);
      await announceEdition(page, to, edition);
      await register(page, to, edition);

      const uid = await uidOf(edition);
      const { event } = await mailThat(server.data, entryFor(edition, "REQUEST", uid));
      assert.equal(event.DTSTART, `${thirdWednesdays(1)[0].replaceAll("-", "")}T100000`);
      assert.match(event["DTSTART;"], /TZID=Europe\/Riga/);
      assert.ok(await isInOwnCalendar(page, to, uid), "the event is in one's own calendar");

      await proposeTopics(page, to, edition, scripts);
      await support(page, to, edition);
      await vote(page, to, edition);

      await changeToOnline(page, to, edition);
      await giveUp(page, to, edition);
      await mailThat(server.data, entryFor(edition, "CANCEL", uid));
      assert.ok(!(await isInOwnCalendar(page, to, uid)), "the event has left one's own calendar");
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}
