// How heavy a public page is with everything it asks for, as the network carries it: `node weigh.js [/en/events/…]`.
import { openBrowser, openPage } from "./support/browser.js";
import { startServer } from "./support/server.js";

const KILOBYTE = 1024;
// The bars of the house: what a person on a slow line waits for.
const bars = { wasm: 110, font: 52, all: 190 };

function kindOf(request) {
  if (request.url().endsWith(".wasm")) return "wasm";
  return { document: "page", stylesheet: "style", image: "picture" }[request.resourceType()] ?? request.resourceType();
}

// The first event the public list names.
async function anEventPage(browser, address) {
  const { page, context } = await openPage(browser, address);
  await page.goto("/en/events");
  const link = await page.locator('main a[href^="/en/events/"]').first().getAttribute("href");
  await context.close();
  return link;
}

async function weigh(browser, address, path) {
  const { page } = await openPage(browser, address);
  const finished = [];
  page.on("requestfinished", (request) => finished.push(request));
  await page.goto(path, { waitUntil: "networkidle" });
  return Promise.all(
    finished.map(async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      return { url: request.url().slice(address.length), kind: kindOf(request), bytes: responseBodySize + responseHeadersSize };
    }),
  );
}

const line = (bytes, text) => console.log(`${(bytes / KILOBYTE).toFixed(1).padStart(8)} KB  ${text}`);

/** Prints each part and the sums; true where a bar is broken. */
function report(parts) {
  for (const { url, bytes } of parts) line(bytes, url);
  console.log("");
  const sums = new Map();
  for (const { kind, bytes } of parts) sums.set(kind, (sums.get(kind) ?? 0) + bytes);
  sums.set("all", parts.reduce((sum, { bytes }) => sum + bytes, 0));
  let broken = false;
  for (const [kind, bytes] of sums) {
    const over = bytes > (bars[kind] ?? Infinity) * KILOBYTE;
    broken ||= over;
    line(bytes, kind + (kind in bars ? `, at most ${bars[kind]} KB` : "") + (over ? ": too heavy" : ""));
  }
  return broken;
}

const server = await startServer();
const browser = await openBrowser();
try {
  const path = process.argv[2] ?? (await anEventPage(browser, server.address));
  console.log(path);
  if (report(await weigh(browser, server.address, path))) process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
}
