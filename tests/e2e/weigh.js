// How heavy a public page is with everything it asks for, as the network carries it: `node weigh.js [/en/events/…]`.
import { openBrowser } from "./support/browser.js";
import { startServer } from "./support/server.js";
import { KILOBYTE, anEventPage, bars, sumsOf, weigh } from "./support/weight.js";

const line = (bytes, text) => console.log(`${(bytes / KILOBYTE).toFixed(1).padStart(8)} KB  ${text}`);

/** Prints each part and the sums; true where a bar is broken. */
function report(parts) {
  for (const { url, bytes } of parts) line(bytes, url);
  console.log("");
  let broken = false;
  for (const [kind, bytes] of sumsOf(parts)) {
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
