// Pictures of every kind of page, to be looked at: `node screenshots.mjs OUT [site…]`, after `cargo test` has built the sites.

import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {LOOKED_AT, launch, onDisk, samples} from "./site.mjs";

const [out, ...only] = process.argv.slice(2);
if (!out) throw new Error("name a folder: node screenshots.mjs OUT [site…]");
mkdirSync(out, {recursive: true});
const browser = await launch();
for (const site of only.length > 0 ? only : LOOKED_AT) {
  for (const path of samples(site, 30)) {
    const name = join(out, `${site}-${path.replace(/\.html$/, "").replaceAll("/", "-")}`);
    for (const width of [390, 1280]) {
      for (const colorScheme of ["light", "dark"]) {
        const page = await browser.newPage({viewport: {width, height: 844}, colorScheme});
        await page.goto(onDisk(site, path));
        await page.screenshot({path: `${name}-${width}-${colorScheme}.png`, fullPage: true});
        if (width === 1280 && colorScheme === "light") await page.pdf({path: `${name}.pdf`, preferCSSPageSize: true, format: "A4"});
        await page.close();
      }
    }
  }
}
await browser.close();
