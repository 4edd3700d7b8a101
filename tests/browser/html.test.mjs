// HTML: every page of every site parses without an error, holds only what the standard allows where it stands, and leads nowhere wrong.

import {readFileSync, existsSync, readdirSync} from "node:fs";
import {join, posix} from "node:path";
import {test} from "node:test";
import {HtmlValidate} from "html-validate";
import {parse} from "parse5";
import {LOOKED_AT, SITES, none, pages, samples} from "./site.mjs";

const text = (site, path) => readFileSync(join(SITES, site, path), "utf8");

/** Every element of a parsed page. */
function* elements(node) {
  if (node.attrs) yield node;
  for (const child of node.childNodes ?? []) yield* elements(child);
  if (node.content) yield* elements(node.content);
}

const attribute = (element, name) => element.attrs.find((it) => it.name === name)?.value;

/** A page's links and anchors, and what its parser said. */
function read(site, path) {
  const page = {links: [], ids: new Set(), wrong: []};
  const onParseError = (error) => page.wrong.push(`${site}/${path}:${error.startLine}:${error.startCol}: ${error.code}`);
  for (const element of elements(parse(text(site, path), {onParseError}))) {
    const id = attribute(element, "id");
    if (id !== undefined && page.ids.has(id)) page.wrong.push(`${site}/${path}: the id ${id} stands twice`);
    if (id !== undefined) page.ids.add(id);
    for (const name of ["href", "src"]) {
      const to = attribute(element, name);
      if (to !== undefined) page.links.push(to);
    }
  }
  return page;
}

for (const site of readdirSync(SITES)) {
  test(`every page parses, every link and anchor leads somewhere: ${site}`, (t) => {
    const read_ = new Map(pages(site).map((path) => [path, read(site, path)]));
    const wrong = [...read_.values()].flatMap((page) => page.wrong);
    let links = 0;
    for (const [path, page] of read_) {
      for (const link of page.links.filter((link) => !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link))) {
        links++;
        const [file, anchor] = link.split("#");
        const bare = decodeURIComponent(file.split("?")[0]);
        const to = bare === "" ? path : posix.join(posix.dirname(path), bare);
        const target = read_.get(to);
        if (!target && !existsSync(join(SITES, site, to))) wrong.push(`${site}/${path}: ${link} leads nowhere`);
        else if (target && anchor && !target.ids.has(decodeURIComponent(anchor))) wrong.push(`${site}/${path}: ${link} has no anchor`);
      }
    }
    none(wrong, t, `${read_.size} pages, ${links} links`);
  });
}

test("every kind of page holds only what the standard allows where it stands", async (t) => {
  const validator = new HtmlValidate({extends: ["html-validate:standard"]});
  const wrong = [];
  const paths = [...LOOKED_AT, "hostile"].flatMap((site) => samples(site, 40).map((path) => [site, path]));
  for (const [site, path] of paths) {
    const report = await validator.validateString(text(site, path), `${site}/${path}`);
    for (const {messages, filePath} of report.results) {
      wrong.push(...messages.map((message) => `${filePath}:${message.line}:${message.column}: ${message.message} [${message.ruleId}]`));
    }
  }
  none(wrong, t, `${paths.length} pages`);
});
