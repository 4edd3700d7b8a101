// The search: by keyboard alone, from a disk and from a host; what it finds, what it says, and what happens when a file is missing.

import assert from "node:assert/strict";
import {test} from "node:test";
import axe from "axe-core";
import {browser, onDisk, server, setUp, watch} from "./site.mjs";

const REPORT = "reports/2018-01-31-wrong-switch.html";
setUp();

const PLACES = [["from the disk", onDisk], ["below a path of a host", (...where) => server.at(...where)]];
const BOX = "#find\\.box", OPTIONS = "#find\\.list [role=option]", RESULTS = "#find\\.results h3", STATUS = "form.search [role=status]";

// Chromium asks a host for an icon by itself; what is on its way when a page is left is given up.
const HARMLESS = /favicon\.ico|^Failed to load resource|net::ERR_ABORTED/;

/** A page in which nothing may go wrong, and a function that says whether it did. */
async function opened(address, options = {}) {
  const context = await browser.newContext(options);
  const seen = await watch(context);
  const page = await context.newPage();
  await page.goto(address);
  return {page, context, quiet: () => assert.deepEqual(seen.complaints.filter((what) => !HARMLESS.test(what)), []), seen};
}

/** Waits for exactly this address; a string would be read as a pattern. */
const leads = (page, address) => page.waitForURL((url) => url.href === address);

/** Waits until the status says what is expected, and fails with what it said instead. */
const says = (page, expected) => page.waitForFunction(([at, text]) => document.querySelector(at).textContent === text, [STATUS, expected], {timeout: 5000})
  .catch(async () => assert.equal(await page.locator(STATUS).textContent(), expected));

for (const [place, at] of PLACES) {
  test(`the box in the header works by keyboard alone, ${place}`, async () => {
    const {page, context, quiet, seen} = await opened(at("internal", REPORT));
    assert.equal(seen.requests.filter((url) => /\/(assets\/)?search[./]/.test(url)).length, 0, "the search is loaded before anybody wants it");
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement.id), "find.box");
    await page.keyboard.type("database");
    // What the first letters find may stand there for a moment.
    await page.waitForFunction((options) => document.querySelector(options)?.innerText.startsWith("A database directory deleted"), OPTIONS, {timeout: 5000})
      .catch(async () => assert.match(await page.locator(OPTIONS).first().innerText(), /^A database directory deleted/));
    assert.equal(await page.locator(`${OPTIONS} mark`).first().innerText(), "database");
    const active = () => page.locator(BOX).getAttribute("aria-activedescendant");
    const count = await page.locator(OPTIONS).count();
    assert.equal(await active(), null);
    await page.keyboard.press("ArrowDown");
    assert.equal(await active(), "find.0");
    await page.keyboard.press("ArrowUp");
    assert.equal(await active(), null);
    await page.keyboard.press("ArrowUp");
    assert.equal(await active(), `find.${count - 1}`);
    await page.keyboard.press("Escape");
    assert.deepEqual([await page.locator(OPTIONS).count(), await page.locator(BOX).getAttribute("aria-expanded")], [0, "false"]);
    await page.keyboard.press("ArrowDown");
    await page.locator(OPTIONS).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await Promise.all([leads(page, at("internal", "reports/2017-01-31-database-deleted.html")), page.keyboard.press("Enter")]);
    quiet();
    await context.close();
  });

  test(`Enter leads to a page whose address can be passed on, ${place}`, async () => {
    const {page, context, quiet} = await opened(at("internal", "index.html"));
    await page.keyboard.press("/");
    await page.keyboard.type("database");
    await Promise.all([leads(page, `${at("internal", "search.html")}?q=database`), page.keyboard.press("Enter")]);
    await page.locator(RESULTS).first().waitFor();
    const all = await page.locator(RESULTS).count();
    await says(page, `Reports found: ${all}`);
    await page.locator("#find\\.year").selectOption("2017");
    await says(page, "Reports found: 1");
    assert.equal(page.url(), `${at("internal", "search.html")}?q=database&year=2017`);
    await page.reload();
    await says(page, "Reports found: 1");
    assert.equal(await page.locator("#find\\.year").inputValue(), "2017");
    await page.focus(BOX);
    await page.keyboard.press("ArrowDown");
    assert.match(await page.evaluate(() => document.activeElement.textContent), /^A database directory/);
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.id), "find.box");
    await page.getByRole("button", {name: "Clear"}).click();
    await says(page, "");
    assert.deepEqual([await page.locator(RESULTS).count(), page.url()], [0, at("internal", "search.html")]);
    quiet();
    await context.close();
  });
}

test("words are found with a slip, by their beginning, without accents; all must be there", async () => {
  const {page, context, quiet} = await opened(onDisk("internal", "search.html"));
  const found = async (query) => {
    await page.fill(BOX, query);
    await page.locator(BOX).press("Enter");
    await page.waitForFunction(([at, text]) => document.querySelector(at).textContent !== text, [STATUS, ""]);
    await page.waitForTimeout(200);
    return page.locator(RESULTS).allInnerTexts();
  };
  const german = "Zwei Tage ohne Websites und E-Mail nach einem Konfigurationsverlust";
  assert.ok((await found("databse")).includes("A database directory deleted on the wrong server, six hours of data lost"), "a letter is missing");
  assert.ok((await found("dtaabase")).length === 0, "the first two letters must be right");
  assert.deepEqual(await found("konfigurationsver"), [german]);
  assert.deepEqual(await found("KONFIGURATIÖNSVERLUST websites"), [german]);
  assert.deepEqual(await found("konfigurationsverlust database"), []);
  assert.equal(await page.locator(STATUS).textContent(), "No report fits. Fewer or shorter words may help.");
  await found("a");
  assert.equal(await page.locator(STATUS).textContent(), "Type two letters or more.");
  quiet();
  await context.close();
});

test("lists on the home page filter with the script, and lead to their own pages without", async () => {
  const {page, context, quiet} = await opened(onDisk("internal", "index.html"));
  const link = page.locator(".facets a", {hasText: "Severity 1"});
  const count = await link.locator("xpath=following-sibling::span").innerText();
  await Promise.all([leads(page, `${onDisk("internal", "search.html")}?severity=sev1`), link.click()]);
  await says(page, `Reports found: ${count}`);
  assert.equal(await page.locator("#find\\.severity").inputValue(), "sev1");
  quiet();
  await context.close();
  const plain = await opened(onDisk("internal", "index.html"), {javaScriptEnabled: false});
  assert.equal(await plain.page.locator("form").first().isVisible(), false);
  await plain.page.locator(".facets a", {hasText: "Severity 1"}).click();
  assert.equal(plain.page.url(), onDisk("internal", "severities/sev1.html"));
  await plain.page.goto(onDisk("internal", "search.html"));
  assert.equal(await plain.page.locator("form").first().isVisible(), false);
  assert.ok(await plain.page.getByText("Searching takes JavaScript").isVisible());
  plain.quiet();
  await plain.context.close();
});

test("a file that is gone is looked for in a newer table; what cannot be loaded is said in words", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const old = 'afterword("index",{"reports":9,"per":50,"described":["r0.gone"],"terms":[["a","t0.gone"]],"filters":"f0.gone"})\n';
  await page.route(/search\/index\.js$/, (route) => route.fulfill({contentType: "text/javascript", body: old}));
  await page.goto(`${server.at("internal", "search.html")}?q=database`);
  await page.locator(RESULTS).first().waitFor();
  await page.route(/search\/index\.js/, (route) => route.fulfill({contentType: "text/html", body: "<p>Sign in</p>"}));
  await page.goto(`${server.at("internal", "search.html")}?q=database`);
  await says(page, "The search could not be loaded. Load the page again, or browse the lists.");
  await context.close();
});

test("an open list and a page of results have no violation of WCAG", async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [390, 1280]) {
      const {page, context} = await opened(onDisk("internal", REPORT), {colorScheme, bypassCSP: true, viewport: {width, height: 800}});
      const check = async () => {
        await page.evaluate(axe.source);
        const wrong = await page.evaluate(async () => (await globalThis.axe.run()).violations.map((it) => `${it.id}: ${it.nodes[0].html}`));
        assert.deepEqual(wrong, [], `${colorScheme} ${width}`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is wider than the window");
      };
      await page.keyboard.press("/");
      await page.keyboard.type("data");
      await page.locator(OPTIONS).first().waitFor();
      await page.keyboard.press("ArrowDown");
      await check();
      await page.goto(`${onDisk("internal", "search.html")}?q=data&kind=incident`);
      await page.locator(RESULTS).first().waitFor();
      await check();
      await context.close();
    }
  }
});

test("hostile titles are shown as they were written", async () => {
  const {page, context, quiet} = await opened(`${server.at("hostile", "search.html")}?kind=incident`, {bypassCSP: true});
  await page.locator(RESULTS).first().waitFor();
  assert.equal(await page.locator("#find\\.results script, #find\\.results img").count(), 0);
  assert.equal(await page.evaluate(() => "hit" in globalThis), false);
  quiet();
  await context.close();
});
