// What a page asks the network for, with everything, as it is carried.
import { openPage } from "./browser.js";

/** Kilobytes: what a person on a slow line waits for. */
export const bars = { wasm: 110, font: 52, all: 190 };
export const KILOBYTE = 1024;

function kindOf(request) {
  if (request.url().endsWith(".wasm")) return "wasm";
  return { document: "page", stylesheet: "style", image: "picture" }[request.resourceType()] ?? request.resourceType();
}

/** The first event the public list names. */
export async function anEventPage(browser, address) {
  const { page, context } = await openPage(browser, address);
  await page.goto("/en/events");
  const link = await page.locator('main a[href^="/en/events/"]').first().getAttribute("href");
  await context.close();
  return link;
}

/** Every answer a page needs, with its bytes. An open stream of events never ends and weighs nothing yet. */
export async function weigh(browser, address, path) {
  const { page, context } = await openPage(browser, address);
  const finished = [];
  page.on("requestfinished", (request) => finished.push(request));
  await page.goto(path, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => performance.getEntriesByType("resource").filter((one) => one.name.endsWith(".wasm")).every((one) => one.responseEnd > 0));
  const parts = await Promise.all(
    finished.map(async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      return { url: request.url().slice(address.length), kind: kindOf(request), bytes: responseBodySize + responseHeadersSize };
    }),
  );
  await context.close();
  return parts;
}

/** The bytes of each kind and of all. */
export function sumsOf(parts) {
  const sums = new Map();
  for (const { kind, bytes } of parts) sums.set(kind, (sums.get(kind) ?? 0) + bytes);
  return sums.set("all", parts.reduce((sum, { bytes }) => sum + bytes, 0));
}
