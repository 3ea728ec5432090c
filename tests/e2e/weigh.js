// How heavy a public page is with everything it asks for, as the network carries it. The bars are the house's.
import { startServer } from "./support/server.js";
import { openBrowser, openPage } from "./support/browser.js";

const KILOBYTE = 1024;
const bars = { wasm: 110, font: 52, all: 190 };

function kindOf(url, type) {
  if (url.endsWith(".wasm")) return "wasm";
  if (/\.woff2?$/.test(url)) return "font";
  return { document: "page", stylesheet: "style", script: "script", image: "picture" }[type] ?? "other";
}

// The longest public event page: the first one the list of events names.
async function eventPage(page) {
  await page.goto("/en/events");
  const address = await page.locator('main a[href^="/en/events/"]').first().getAttribute("href");
  return address ?? "/en/events";
}

async function weigh(browser, address, path) {
  const { page, context } = await openPage(browser, address);
  const open = path ?? (await eventPage(page));
  const fresh = await context.browser().newContext({ baseURL: address });
  const measured = await fresh.newPage();
  const finished = [];
  measured.on("requestfinished", (request) => finished.push(request));
  await measured.goto(open, { waitUntil: "networkidle" });
  const parts = await Promise.all(
    finished.map(async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      return { url: request.url().slice(address.length), kind: kindOf(request.url(), request.resourceType()), bytes: responseBodySize + responseHeadersSize };
    }),
  );
  return { open, parts };
}

function report({ open, parts }) {
  const sums = {};
  for (const { kind, bytes } of parts) sums[kind] = (sums[kind] ?? 0) + bytes;
  sums.all = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`${open}`);
  for (const { url, bytes } of parts) console.log(`  ${(bytes / KILOBYTE).toFixed(1).padStart(7)} KB  ${url}`);
  let heavy = false;
  for (const [kind, bytes] of Object.entries(sums)) {
    const bar = bars[kind];
    const over = bar !== undefined && bytes > bar * KILOBYTE;
    heavy ||= over;
    console.log(`${(bytes / KILOBYTE).toFixed(1).padStart(9)} KB  ${kind}${bar ? `, at most ${bar}` : ""}${over ? "  TOO HEAVY" : ""}`);
  }
  return heavy;
}

const server = await startServer();
const browser = await openBrowser();
try {
  if (report(await weigh(browser, server.address, process.argv[2]))) process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
}
