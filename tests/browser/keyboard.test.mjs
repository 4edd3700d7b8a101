// By keyboard alone: the first stop leads past the header, every link is reached in the order it stands, answers open with Enter.

import assert from "node:assert/strict";
import {test} from "node:test";
import {browser, none, onDisk, samples, setUp} from "./site.mjs";

setUp();

const focused = (page) => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 100));

test("the first stop leads to the content", async (t) => {
  const page = await browser.newPage();
  const wrong = [];
  const paths = samples("internal");
  for (const path of paths) {
    await page.goto(onDisk("internal", path));
    await page.keyboard.press("Tab");
    const skip = page.locator(":focus");
    const box = await skip.boundingBox();
    if ((await skip.getAttribute("href")) !== "#main" || box.width < 40) wrong.push(`${path}: the first stop is ${await focused(page)}`);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const inside = await page.evaluate(() => document.querySelector("main").contains(document.activeElement) || document.activeElement.closest("footer") !== null);
    if (!inside) wrong.push(`${path}: behind the first stop comes ${await focused(page)}`);
  }
  none(wrong, t, `${paths.length} pages`);
});

test("every stop is reached in the order it stands, and is seen", async (t) => {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  const wrong = [];
  let stops = 0;
  const paths = samples("internal", 1);
  for (const path of paths) {
    await page.goto(onDisk("internal", path));
    const expected = await page.evaluate(() => [...document.querySelectorAll("a[href], summary, button, input, select, [tabindex='0']")]
      // Of radio buttons that belong together one is a stop; arrows lead to the others.
      .filter((it) => it.type !== "radio" || it.checked)
      .filter((it) => it.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true}) && !it.disabled && it.tabIndex >= 0)
      .map((it, n) => (it.dataset.stop = n)).length);
    for (let n = 0; n < Math.min(expected, 60); n++) {
      await page.keyboard.press("Tab");
      const [stop, outline] = await page.evaluate(() => [document.activeElement.dataset.stop, getComputedStyle(document.activeElement).outlineStyle]);
      if (stop !== String(n) || outline === "none") wrong.push(`${path}: stop ${n} is ${stop}, outline ${outline}: ${await focused(page)}`);
      stops++;
    }
  }
  none(wrong, t, `${stops} stops on ${paths.length} pages`);
});

test("an answer of the checklist opens and closes with Enter", async () => {
  const page = await browser.newPage();
  await page.goto(onDisk("internal", samples("internal", 1).find((path) => path.startsWith("reports/"))));
  const answer = page.locator(".score details").first();
  await answer.locator("summary").focus();
  assert.equal(await answer.evaluate((it) => it.open), false);
  await page.keyboard.press("Enter");
  assert.equal(await answer.evaluate((it) => it.open), true);
  assert.ok(await answer.locator("p").first().isVisible());
  await page.keyboard.press("Enter");
  assert.equal(await answer.evaluate((it) => it.open), false);
});
