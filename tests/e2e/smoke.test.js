// The first page in both languages, with scripts and without.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage } from "./support/browser.js";
import { startServer } from "./support/server.js";

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

for (const scripts of [true, false]) {
  for (const language of ["lv", "en"]) {
    test(`the first page opens in ${language}, scripts ${scripts ? "on" : "off"}`, async () => {
      const { page, context, complaints } = await openPage(browser, server.address, { scripts, language });
      const answer = await page.goto("/");
      assert.equal(answer.status(), 200);
      assert.match(page.url(), new RegExp(`/${language}/$`), "goes to the language the browser asks for");
      assert.equal(await page.locator("html").getAttribute("lang"), language);
      assert.ok(await page.locator("h1").isVisible());
      assert.deepEqual(complaints, []);
      await context.close();
    });
  }
}
