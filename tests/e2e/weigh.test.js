// A page must reach people on a slow line: what it weighs, with everything.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser } from "./support/browser.js";
import { forums } from "./support/places.js";
import { startServer } from "./support/server.js";
import { KILOBYTE, bars, sumsOf, weigh } from "./support/weight.js";

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

test("the page of an event keeps below what a slow line can carry", async () => {
  const parts = await weigh(browser, server.address, `/lv/events/${forums().announced}`);
  const sums = sumsOf(parts);
  assert.ok(sums.get("wasm") > 0 && sums.get("font") > 0, `asks for a module and a font: ${parts.map(({ url }) => url).join(" ")}`);
  for (const [kind, most] of Object.entries(bars)) {
    assert.ok(sums.get(kind) <= most * KILOBYTE, `${kind}: ${(sums.get(kind) / KILOBYTE).toFixed(1)} KB of at most ${most} KB`);
  }
});
