// Chromium of the distribution, and pages that complain.
import AxeBuilder from "@axe-core/playwright";
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

/** What axe finds by WCAG 2.2 AA, one line each. */
export async function accessFaults(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
}

/** Signs the page's person in by the link an operator would hand over. */
export async function signIn(page, link) {
  await page.goto(link);
  await Promise.all([page.waitForNavigation(), page.locator("main form button[type=submit], main form button:not([type])").first().click()]);
}
