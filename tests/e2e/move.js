// How evenly frames follow each other while the meeting is moved over 40 zones: `node move.js`.
import { openBrowser, openPage } from "./support/browser.js";
import { startServer } from "./support/server.js";

const ZONES = 40;
const MOVES = 200;
/** Sixty a second, and what a clock of the browser is off by. */
const MOST = 17;

const named = (zones) => zones.map((zone, i) => `${zone} ${1 + (i % 9)}`).join("\n");

/** Milliseconds between frames, the handle a step further in each: the band goes to the right and back. Every clock must have followed by then. */
const frames = (page) =>
  page.evaluate(async (moves) => {
    const band = document.activeElement;
    const next = () => new Promise((done) => requestAnimationFrame(done));
    const clocks = () => [...document.querySelectorAll(".heat-wide .there")].map((one) => one.textContent).join();
    const apart = [];
    let last = await next();
    let shown = clocks();
    for (let i = 0; i < moves; i++) {
      if (i % 40 < 20) band.stepUp();
      else band.stepDown();
      band.dispatchEvent(new Event("input", { bubbles: true }));
      const now = await next();
      const then = clocks();
      if (then === shown) throw new Error(`the clocks did not follow move ${i}`);
      shown = then;
      apart.push(now - last);
      last = now;
    }
    return apart;
  }, MOVES);

const server = await startServer();
const browser = await openBrowser();
try {
  const zones = Intl.supportedValuesOf("timeZone").filter((_, i) => i % 10 === 0).slice(0, ZONES);
  const { page } = await openPage(browser, server.address);
  await page.goto(`/en/plan?people=${encodeURIComponent(named(zones))}&date=2027-08-18&on=2027-08-18&at=12:00`, { waitUntil: "load" });
  const band = page.getByRole("slider");
  await band.focus();
  const before = await page.locator("#plan-at").textContent();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((was) => document.querySelector("#plan-at").textContent !== was, before);
  const apart = (await frames(page)).sort((a, b) => a - b);
  const usual = apart[Math.floor(apart.length * 0.95)];
  console.log(`${usual.toFixed(1).padStart(8)} ms  of 19 frames in 20 while a meeting moves over ${ZONES} zones, at most ${MOST} ms`);
  console.log(`${apart.at(-1).toFixed(1).padStart(8)} ms  the longest`);
} finally {
  await browser.close();
  await server.stop();
}
