// The page for addresses that lead nowhere, shown by a host at whatever depth was asked for.

import assert from "node:assert/strict";
import {test} from "node:test";
import axe from "axe-core";
import {browser, none, server, setUp, watch} from "./site.mjs";

setUp("internal");

test("a wrong address at any depth shows the whole page, and leads back", async (t) => {
  const context = await browser.newContext({viewport: {width: 390, height: 900}});
  const seen = await watch(context);
  const page = await context.newPage();
  const wrong = [];
  for (const path of ["nowhere", "reports/nowhere/at/all"]) {
    const response = await page.goto(server.at("internal", path));
    assert.equal(response.status(), 404);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => (await globalThis.axe.run()).violations.map((violation) => violation.id));
    wrong.push(...found.map((finding) => `${path}: ${finding}`));
    await page.locator("header a.name").click();
    assert.ok(page.url().endsWith("/index.html"), page.url());
  }
  // The page itself is answered with 404, which the browser notes.
  wrong.push(...seen.complaints.filter((complaint) => !/nowhere|status of 404/.test(complaint)));
  await context.close();
  none(wrong, t, "two addresses");
});
