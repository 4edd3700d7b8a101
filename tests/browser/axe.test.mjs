// Accessibility: axe finds nothing on any kind of page, in the light, in the dark and on paper, on a phone and on a screen.

import {test} from "node:test";
import axe from "axe-core";
import {browser, none, onDisk, samples, setUp} from "./site.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const MEDIA = [
  {width: 390, media: "screen", colorScheme: "light"},
  {width: 1280, media: "screen", colorScheme: "light"},
  {width: 390, media: "screen", colorScheme: "dark"},
  {width: 1280, media: "screen", colorScheme: "dark"},
  {width: 794, media: "print", colorScheme: "light"},
];

setUp();

// Every kind of page in every way; of the odd reports two ways, for the others differ in colour alone.
const LOOKED_AT = [["internal", 3, MEDIA], ["states", 30, [MEDIA[0], MEDIA[3]]], ["empty", 1, [MEDIA[0], MEDIA[3]]]];

for (const [site, reports, ways] of LOOKED_AT) {
  test(`axe finds nothing: ${site}`, async (t) => {
    const wrong = [];
    const paths = samples(site, reports).filter((path) => site !== "states" || !path.startsWith("checklist/"));
    const page = await browser.newPage();
    for (const path of paths) {
      await page.goto(onDisk(site, path));
      await page.evaluate(axe.source);
      for (const {width, ...media} of ways) {
        await page.setViewportSize({width, height: 900});
        await page.emulateMedia(media);
        const found = await page.evaluate(async (rules) => {
          const result = await globalThis.axe.run(document, {runOnly: {type: "tag", values: rules}, resultTypes: ["violations"]});
          return result.violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html}`));
        }, RULES);
        wrong.push(...found.map((finding) => `${path} ${width} ${media.colorScheme} ${media.media}: ${finding}`));
      }
    }
    none(wrong, t, `${paths.length} pages, ${ways.length} ways each`);
  });
}
