// Every page, for each kind of reader, in both languages: it is there, complains of nothing, fits, and anybody can use it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessFaults, openBrowser, openPage, press, signIn } from "./support/browser.js";
import { CANCELLED, forms, forums, places } from "./support/places.js";
import { startServer } from "./support/server.js";

const people = { participant: "ilze.kalnina.0@saiets.example", organiser: "organiser@saiets.example" };
const { announced } = forums();

let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  await cancel();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function cancel() {
  const { page, context } = await as("organiser", "en");
  await page.goto(`/en/organise/events/${CANCELLED}/status/cancelled`);
  await page.fill('[name="reason.en"]', "The ambassador is called to Rīga that day.");
  await press(page, page.locator("main form button.main"));
  await context.close();
}

/** How far the page reaches beyond the window, in pixels. */
const overhang = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function faultsOf(page) {
  const faults = (await accessFaults(page)).map((fault) => `light: ${fault}`);
  await page.emulateMedia({ colorScheme: "dark" });
  faults.push(...(await accessFaults(page, ["color-contrast"])).map((fault) => `dark: ${fault}`));
  await page.emulateMedia({ colorScheme: "light" });
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 800 });
    if ((await overhang(page)) > 0) faults.push(`scrolls sideways at ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

async function as(who, language) {
  const opened = await openPage(browser, server.address, { language });
  if (people[who]) await signIn(opened.page, server.signInLink(people[who]));
  opened.complaints.length = 0;
  return opened;
}

for (const language of ["lv", "en"]) {
  for (const [who, paths] of Object.entries(places)) {
    test(`every page of a ${who} in ${language}`, async () => {
      const { page, context, complaints } = await as(who, language);
      const faults = [];
      for (const path of paths) {
        const answer = await page.goto(`/${language}${path}`, { waitUntil: "load" });
        if (answer.status() !== 200) {
          faults.push(`${path}: ${answer.status()}`);
          complaints.length = 0;
          continue;
        }
        if ((await page.locator("html").getAttribute("lang")) !== language) faults.push(`${path}: not in ${language}`);
        faults.push(...[...complaints.splice(0), ...(await faultsOf(page))].map((fault) => `${path}: ${fault}`));
      }
      await context.close();
      assert.deepEqual(faults, []);
    });

    test(`forms sent empty by a ${who} in ${language} say what is missing`, async () => {
      const { page, context } = await as(who, language);
      const faults = [];
      for (const path of forms[who]) {
        await page.goto(`/${language}${path}`);
        const form = page.locator("main form:has(button.main)").first();
        const typed = form.locator("input:not([type=hidden], [type=checkbox], [type=radio])");
        await typed.evaluateAll((all) => all.forEach((one) => (one.value = "")));
        await press(page, form.locator("button.main"));
        const said = await page.locator(".notice[role=alert] a").evaluateAll((all) => all.map((one) => one.getAttribute("href").slice(1)));
        if (said.length === 0) faults.push(`${path}: says nothing`);
        for (const id of said) {
          if ((await page.locator(`[id="${id}"]`).count()) !== 1) faults.push(`${path}: the summary leads to #${id}, which is not there`);
        }
        faults.push(...(await faultsOf(page)).map((fault) => `${path}, refused: ${fault}`));
      }
      await context.close();
      assert.deepEqual(faults, []);
    });
  }

  test(`whom letters would reach is shown before they leave, in ${language}`, async () => {
    const { page, context } = await as("organiser", language);
    const typed = [
      ["edit", "venue.address", "Brīvības iela 32"],
      ["invitations", "emails", "somebody.new@saiets.example"],
    ];
    for (const [where, field, value] of typed) {
      await page.goto(`/${language}/organise/events/${announced}/${where}`);
      await page.fill(`[name="${field}"]`, value);
      await press(page, page.locator("main form button.main"));
      assert.ok(await page.locator(".letter").isVisible(), `${where}: how the letter begins`);
      assert.deepEqual(await faultsOf(page), [], where);
      await press(page, page.locator('main button[value="back"]'));
      assert.equal(await page.inputValue(`[name="${field}"]`), value, `${where}: what was typed is kept`);
    }
    await context.close();
  });

  test(`what is not there is said so in ${language}`, async () => {
    const { page, context } = await as("visitor", language);
    for (const path of ["/events/there-is-none", "/nowhere"]) {
      const answer = await page.goto(`/${language}${path}`);
      assert.equal(answer.status(), 404);
      assert.ok(await page.locator("main h1").isVisible());
      assert.ok((await page.locator("main a").count()) > 0, "offers a way on");
      assert.deepEqual(await faultsOf(page), []);
    }
    await context.close();
  });
}

test("whatever the pages link to is there", async () => {
  const broken = new Set();
  const seen = new Set();
  for (const [who, paths] of Object.entries(places)) {
    const { page, context } = await as(who, "en");
    for (const path of paths) {
      await page.goto(`/en${path}`);
      const links = await page.locator("a[href^='/']").evaluateAll((all) => all.map((one) => one.getAttribute("href").split("#")[0]));
      for (const link of links.filter((link) => !seen.has(who + link))) {
        seen.add(who + link);
        const answer = await context.request.get(link, { maxRedirects: 0 });
        if (answer.status() >= 400) broken.add(`${who} on ${path}: ${link} answers ${answer.status()}`);
      }
    }
    await context.close();
  }
  assert.deepEqual([...broken], []);
});

test("the reference of the API, with every call unfolded", async () => {
  const { page, context } = await as("visitor", "lv");
  await page.goto("/lv/api");
  await page.locator("details.call").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  assert.ok(await page.getByText("curl -X POST").first().isVisible());
  assert.deepEqual(await faultsOf(page), []);
  await context.close();
});

test("a keyboard goes straight to the content, and shows where it is", async () => {
  const { page, context } = await as("visitor", "en");
  await page.goto(`/en/events/${announced}`);
  await page.keyboard.press("Tab");
  const skip = page.locator(".skip");
  assert.ok(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0), "the skip link comes first, in sight");
  await page.keyboard.press("Enter");
  assert.ok(await page.evaluate(() => document.activeElement?.id === "content" || location.hash === "#content"));
  const unseen = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    const { what, visible } = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      const ring = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
      return { what: document.activeElement.outerHTML.slice(0, 80), visible: document.activeElement === document.body || ring || style.boxShadow !== "none" };
    });
    if (!visible) unseen.push(what);
  }
  assert.deepEqual(unseen, []);
  await context.close();
});
