// Chromium of the distribution, and pages that complain.
import axe from "axe-core";
import { chromium } from "playwright-core";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function openBrowser() {
  return chromium.launch({ executablePath: process.env.SAIETS_CHROMIUM ?? "/usr/bin/chromium", args: quiet });
}

/** A page of a new person. `complaints` gathers what the console and failed requests say, requests to other hosts included. */
export async function openPage(browser, address, { scripts = true, language = "en", theme = "light", width = 1280, zone = "Europe/Riga" } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    javaScriptEnabled: scripts,
    locale: language === "lv" ? "lv-LV" : "en-GB",
    colorScheme: theme,
    timezoneId: zone,
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith("data:")) complaints.push(`asks another host: ${request.url()}`);
  });
  return { page, context, complaints };
}

const criteria = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds by WCAG 2.2 AA and good practice, or by these rules of it, one line each. */
export async function accessFaults(page, rules) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: criteria };
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), { runOnly, resultTypes: ["violations"] });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
}

/** Presses what leads to another page, and waits for it. */
export async function press(page, what) {
  const [answer] = await Promise.all([page.waitForNavigation(), what.click()]);
  if (answer && answer.status() >= 500) throw new Error(`${answer.url()} answers ${answer.status()}`);
}

/** Signs the page's person in by the link an operator would hand over: opening it shows a button, pressing that signs in. */
export async function signIn(page, link) {
  await page.goto(link);
  await press(page, page.locator("main form button").first());
}
