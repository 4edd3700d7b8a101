// Quiet: nothing is asked of another host, nothing is complained of, the page's own policy is kept; from a disk, from a host, without script.

import {readFileSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {LOOKED_AT, SITES, browser, none, onDisk, pages, samples, server, setUp, watch} from "./site.mjs";

setUp();

const REPORTS = 12;

for (const site of LOOKED_AT) {
  for (const [place, at] of [["from the disk", onDisk], ["below a path of a host", (...where) => server.at(...where)]]) {
    test(`no request leaves the site, no complaint: ${site}, ${place}`, async (t) => {
      const context = await browser.newContext();
      const seen = await watch(context);
      const page = await context.newPage();
      const wrong = [];
      const paths = samples(site, REPORTS);
      for (const path of paths) {
        seen.requests.length = seen.complaints.length = 0;
        await page.goto(at(site, path), {waitUntil: "load"});
        const foreign = seen.requests.filter((url) => !url.startsWith(at(site, "")));
        wrong.push(...[...foreign, ...seen.complaints].map((what) => `${path}: ${what}`));
      }
      await context.close();
      none(wrong, t, `${paths.length} pages`);
    });
  }
}

test("every page has a policy that allows no inline style and no inline script", (t) => {
  const policy = (site, path) => /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(readFileSync(join(SITES, site, path), "utf8"))?.[1] ?? "";
  const strict = (text) => text.startsWith("default-src 'none';") && !/unsafe|\*|https?:/.test(text);
  const all = LOOKED_AT.flatMap((site) => pages(site).map((path) => [site, path]));
  none(all.filter((where) => !strict(policy(...where))).map((where) => where.join("/")), t, `${all.length} pages`);
});

test("a page says the same without script, and shows nothing that would need one", async (t) => {
  const [plain, scripted] = [await browser.newContext({javaScriptEnabled: false}), await browser.newContext()];
  const [without, withScript] = [await plain.newPage(), await scripted.newPage()];
  const wrong = [];
  const paths = samples("internal", REPORTS);
  for (const path of paths) {
    await Promise.all([without, withScript].map((page) => page.goto(onDisk("internal", path))));
    const read = (page) => page.locator("main").innerText();
    const [said, all] = await Promise.all([read(without), read(withScript)]);
    // A script may add the reader's own time; it takes nothing away.
    wrong.push(...said.split("\n").filter((line) => !all.includes(line.trim())).map((line) => `${path}: only without script: ${line}`));
    const dead = await without.locator("button, select, form, input:not([disabled], .phases input)").all();
    for (const control of dead) if (await control.isVisible()) wrong.push(`${path}: ${await control.evaluate((it) => it.outerHTML.slice(0, 120))}`);
  }
  await Promise.all([plain.close(), scripted.close()]);
  none(wrong, t, `${paths.length} pages`);
});

test("hostile Markdown runs nothing and asks for nothing", async (t) => {
  const wrong = [];
  const paths = samples("hostile", REPORTS);
  // Once as it is, once as if the policy were not there: the Markdown alone must be harmless too.
  for (const bypassCSP of [false, true]) {
    const context = await browser.newContext({bypassCSP});
    const seen = await watch(context);
    const page = await context.newPage();
    for (const path of paths) {
      seen.requests.length = seen.complaints.length = 0;
      await page.goto(server.at("hostile", path), {waitUntil: "load"});
      await page.locator("details").evaluateAll((all) => all.forEach((it) => (it.open = true)));
      await page.mouse.move(300, 300);
      for (const link of await page.locator("main a[href^='#']").all()) if (await link.isVisible()) await link.click({noWaitAfter: true});
      await page.waitForTimeout(100);
      const foreign = seen.requests.filter((url) => !url.startsWith(server.at("hostile", "")));
      wrong.push(...[...foreign, ...seen.complaints].map((what) => `${path}: ${what}`));
      if (await page.evaluate(() => "hit" in globalThis)) wrong.push(`${path}: something was run`);
      if (!page.url().startsWith(server.at("hostile", path))) wrong.push(`${path}: led away to ${page.url()}`);
    }
    await context.close();
  }
  none(wrong, t, `${paths.length} pages, twice`);
});
