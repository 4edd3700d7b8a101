// The reader's own time: said beside the report's where it is another, in the report's language, and nothing moves for it.

import assert from "node:assert/strict";
import {test} from "node:test";
import {browser, server, setUp} from "./site.mjs";

setUp();

const REPORT = "reports/2018-01-31-wrong-switch.html";

/** What stands under the times of a report for a reader in a zone. */
async function said(site, path, timezoneId, options = {}) {
  const context = await browser.newContext({timezoneId, ...options});
  const page = await context.newPage();
  await page.goto(server.at(site, path));
  const lines = await page.locator(".here").allInnerTexts();
  await context.close();
  return lines.map((line) => line.replace(/[\u2009\u202f\u00a0]/g, " "));
}

test("a reader elsewhere is told in the own zone, also across midnight", async () => {
  assert.deepEqual(await said("internal", REPORT, "Asia/Tokyo"), ["Your time: 31 Jan 2018, 22:10 – 1 Feb 2018, 09:40"]);
  assert.deepEqual(await said("internal", REPORT, "America/New_York"), ["Your time: 31 Jan 2018, 08:10–19:40"]);
});

test("a reader in the report's zone, or in UTC, is told which of the lines that is", async () => {
  assert.deepEqual(await said("internal", REPORT, "America/Los_Angeles"), ["Your time zone: UTC−8"]);
  assert.deepEqual(await said("internal", REPORT, "UTC"), ["Your time zone: UTC"]);
});

test("a German report says it in German", async () => {
  const path = "reports/2018-01-10-blackout-beim-hoster.html";
  const [line] = await said("internal", path, "America/New_York");
  assert.match(line, /^Ihre Zeit: \d\d\.\d\d\.2018, \d\d:\d\d/);
  assert.deepEqual(await said("internal", path, "Europe/Berlin"), ["Ihre Zeitzone: UTC+1"]);
});

test("of an incident that goes on, the start and the next word are told", async () => {
  const lines = await said("internal", "reports/2026-11-24-login-slow.html", "Asia/Kolkata");
  assert.equal(lines.length, 2);
  for (const line of lines) assert.match(line, /^Your time: 24 Nov 2026, \d\d:\d\d$/);
});

test("without script nothing is kept free for it, and with it nothing moves", async () => {
  const plain = await browser.newContext({javaScriptEnabled: false});
  const page = await plain.newPage();
  await page.goto(server.at("internal", REPORT));
  assert.equal(await page.locator(".here").first().isVisible(), false);
  await plain.close();
  for (const width of [320, 390, 1280]) {
    const context = await browser.newContext({timezoneId: "Asia/Tokyo", viewport: {width, height: 900}});
    const other = await context.newPage();
    // As late as it can come: the space must be there before.
    let go;
    await other.route("**/assets/start.*.js", (route) => new Promise((done) => (go = () => done(route.continue()))));
    const loaded = other.goto(server.at("internal", REPORT));
    await other.locator("h2#checklist").waitFor();
    const before = await other.locator("#drawn").boundingBox();
    go();
    await loaded;
    await other.locator(".here").getByText("Your time").waitFor();
    assert.deepEqual(await other.locator("#drawn").boundingBox(), before, `${width} px`);
    await context.close();
  }
});
