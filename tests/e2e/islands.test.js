// What makes pages livelier where the browser runs scripts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, press, signIn } from "./support/browser.js";
import { forums } from "./support/places.js";
import { startServer } from "./support/server.js";

const { announced } = forums();
const BRIEFING = "briefing-paris";

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

test("the address of a calendar is copied, and that is said", async () => {
  const { page, context, complaints } = await openPage(browser, server.address);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.address });
  await page.goto("/en/series/forum");
  const copy = page.locator(".copy").first();
  await copy.locator("button").click();
  await copy.locator('[role="status"]', { hasText: /\S/ }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await copy.locator("input").inputValue());
  assert.deepEqual(complaints, []);
  await context.close();
});

test("who looks at an event sees another person take a seat", async () => {
  const watching = await openPage(browser, server.address);
  await watching.page.goto(`/en/events/${BRIEFING}`, { waitUntil: "load" });
  const taken = watching.page.locator(".seats b").first();
  const before = Number((await taken.textContent()).trim());
  const coming = await openPage(browser, server.address);
  await signIn(coming.page, server.signInLink());
  await coming.page.goto(`/en/events/${BRIEFING}/register`);
  await press(coming.page, coming.page.locator('button[name="do"][value="register"]'));
  await watching.page.waitForFunction((n) => Number(document.querySelector(".seats b")?.textContent.trim()) === n, before + 1);
  assert.deepEqual(watching.complaints, []);
  await watching.context.close();
  await coming.context.close();
});

test("who types a topic sees similar ones, and may support one of them instead", async () => {
  const { page, context, complaints } = await openPage(browser, server.address, { language: "lv" });
  await signIn(page, server.signInLink());
  await page.goto(`/lv/events/${announced}/topics`);
  await page.locator('#propose [name="title"]').pressSequentially("Sabiedriibas veseliiba");
  const hint = page.locator("#propose .hint");
  await hint.waitFor();
  assert.match(await hint.textContent(), /Sabiedrības veselība/);
  const before = await page.locator(".topics > li").count();
  await press(page, hint.locator('button[value="support"]').first());
  await page.goto(`/lv/events/${announced}/topics?order=mine`);
  assert.match(await page.locator("main").textContent(), /Sabiedrības veselība/);
  await page.goto(`/lv/events/${announced}/topics`);
  assert.equal(await page.locator(".topics > li").count(), before, "supporting proposes nothing");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a visitor far away reads their own time, one nearby is not bothered", async () => {
  for (const [zone, span, place] of [["America/New_York", "03:00–11:00", "Ņujorkā"], ["Asia/Tokyo", "16:00", "Tokijā"], ["Europe/Riga", null]]) {
    const { page, context, complaints } = await openPage(browser, server.address, { zone, language: "lv" });
    await page.goto(`/lv/events/${announced}`);
    await page.locator(".own-time span", { hasText: /\S/ }).first().waitFor();
    const said = await page.locator(".own-time").textContent();
    if (span) assert.ok(said.includes(span) && said.includes(place), `${zone}: ${said}`);
    else assert.doesNotMatch(said, /\d:\d/, "the same time is not told twice");
    assert.deepEqual(complaints, []);
    await context.close();
  }
});

for (const scripts of [true, false]) {
  test(`a visitor chooses a time zone, and every list shows its times: scripts ${scripts ? "on" : "off"}`, async () => {
    const { page, context, complaints } = await openPage(browser, server.address, { zone: "America/New_York", scripts });
    await page.goto("/en/events");
    assert.doesNotMatch(await page.locator("main").textContent(), /with those of New York/);
    await press(page, page.getByRole("link", { name: "Show my own time too" }));
    if (scripts) await page.getByRole("button", { name: "Use it" }).click();
    else await page.selectOption('[name="zone"]', "America/New_York");
    await press(page, page.getByRole("button", { name: "Show these times" }));
    assert.ok(page.url().endsWith("/en/events"), "back where they were");
    const list = await page.locator("main").textContent();
    assert.match(list, /with those of New York/);
    await page.goto(`/en/events/${announced}`);
    assert.match(await page.locator(".clock").first().textContent(), /03:00–11:00/);
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("the meeting is moved by keys and by pointer, and every clock follows", async () => {
  const { page, context, complaints } = await openPage(browser, server.address);
  await page.goto("/en/plan?people=R%C4%ABga%2017%0ANew%20York%2010%0AAuckland&date=2027-08-18&on=2027-08-18&at=12:00", { waitUntil: "load" });
  const clocks = () => page.locator(".heat-wide .there").allTextContents();
  assert.deepEqual(await clocks(), ["08:00–10:00", "15:00–17:00", "00:00–02:00 +1 day, night"]);
  const handle = page.getByRole("slider");
  await handle.focus();
  await page.keyboard.press("ArrowLeft");
  assert.equal(await page.locator("#plan-at").textContent(), "11:30 UTC: in Rīga 14:30");
  assert.deepEqual(await clocks(), ["07:30–09:30", "14:30–16:30", "23:30–01:30, night"]);
  assert.equal(await handle.getAttribute("aria-valuetext"), "11:30 UTC");
  await page.waitForURL(/on=2027-08-18&at=11:30/);
  const map = await page.locator(".heat-wide").boundingBox();
  const at = (hour) => map.x + ((196 + hour * 30) / 1136) * map.width;
  await page.mouse.move(at(12.5), map.y + map.height * 0.7);
  await page.mouse.down();
  await page.mouse.move(at(20.2), map.y + map.height * 0.7, { steps: 8 });
  await page.mouse.up();
  assert.equal(await page.locator("#plan-at").textContent(), "19:00 UTC: in Rīga 22:00");
  await page.locator("#buys .versus", { hasText: "22:00 in Rīga now" }).waitFor();
  await page.reload();
  assert.equal(await page.locator("#plan-at").textContent(), "19:00 UTC: in Rīga 22:00", "the address holds it");
  assert.deepEqual(complaints, []);
  await context.close();
});
