// What other programs read: each file is held to its format's own schema, or to a parser that takes the standard at its word.
// JSON is held to its schemas where Rust's tests are.

import assert from "node:assert/strict";
import {readFileSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {test} from "node:test";
import {parse as rows} from "csv-parse/sync";
import ICAL from "ical.js";
import {RelaxNGValidator, XmlDocument, XsdValidator} from "libxml2-wasm";
import {SITES, none} from "./site.mjs";

/** A calendar's lines have so many octets at most, and end like this. */
const OCTETS = 75;
const CRLF = "\r\n";

const bytes = (path) => readFileSync(join(SITES, path));
const here = (path) => new URL(path, import.meta.url);

/** Every file with this ending, in any site, as a path below the sites. */
function files(ending) {
  const all = readdirSync(SITES, {recursive: true}).filter((path) => path.endsWith(ending)).sort();
  return all.filter((path) => statSync(join(SITES, path)).isFile());
}

/** A document read, used, and given back: its memory is not the collector's. */
function withDocument(source, use) {
  const document = XmlDocument.fromBuffer(source);
  try {
    return use(document);
  } finally {
    document.dispose();
  }
}

/** A check of bytes against a schema: what is wrong with them, line by line. */
function schema(kind, address) {
  const validator = withDocument(readFileSync(address), (document) => kind.fromDoc(document));
  return (source) => {
    try {
      withDocument(source, (document) => validator.validate(document));
      return [];
    } catch (error) {
      return (error.details ?? [error]).map((detail) => `${detail.line ?? "?"}: ${detail.message.trim()}`);
    }
  };
}

const atom = schema(RelaxNGValidator, here("../standards/atom.rng"));
// The schema that sitemaps.org publishes, as that package has it.
const sitemap = schema(XsdValidator, here("node_modules/sitemap/schema/sitemap.xsd"));
const isSitemap = (path) => /\/sitemap[^/]*\.xml$/.test(path);

test("every feed is Atom as RFC 4287 defines it", (t) => {
  const feeds = files(".xml").filter((path) => !isSitemap(path));
  assert.ok(feeds.length > 100 && feeds.some((path) => path.includes("/tags/")), `${feeds.length} feeds`);
  none(feeds.flatMap((path) => atom(bytes(path)).map((wrong) => `${path}:${wrong}`)), t, `${feeds.length} feeds`);
  const feed = bytes("public/feed.xml").toString();
  for (const [whole, broken] of [[/<id>[^<]*<\/id>/, ""], ["<updated>", "<updated>on "], ["<title>", "<titel>"], [' rel="self"', ' rel="self" to=""']]) {
    const wrong = feed.replace(whole, broken).replace("<titel>", "<titel/><title>");
    assert.notEqual(wrong, feed, `${whole} is not in the feed`);
    assert.notDeepEqual(atom(Buffer.from(wrong)), [], `the grammar takes a feed with ${whole} made ${broken}`);
  }
});

test("every sitemap is what sitemaps.org says", (t) => {
  const maps = files(".xml").filter(isSitemap);
  none(maps.flatMap((path) => sitemap(bytes(path)).map((wrong) => `${path}:${wrong}`)), t, `${maps.length} sitemaps`);
  const map = bytes("public/sitemap.xml").toString();
  assert.notDeepEqual(sitemap(Buffer.from(map.replace(/<loc>[^<]*<\/loc>/, ""))), [], "the schema takes an entry without an address");
  assert.notDeepEqual(sitemap(Buffer.from(map.replace("<lastmod>2", "<lastmod>on 2"))), [], "the schema takes any time");
});

/** What RFC 5545 asks of the bytes: whole lines, none long, no letter cut in two. */
function lines(path) {
  const text = bytes(path).toString("latin1");
  const wrong = text.endsWith(CRLF) && !/(^|[^\r])\n|\r(?!\n)/.test(text) ? [] : ["a line that does not end with CRLF"];
  for (const line of text.split(CRLF)) {
    if (line.length > OCTETS) wrong.push(`a line of ${line.length} octets`);
    if (Buffer.from(line, "latin1").toString().includes("\ufffd")) wrong.push(`a letter cut in two: ${line}`);
    if (/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(line)) wrong.push("a control character");
  }
  return wrong;
}

/** Of `names`, those a component does not have once. */
const notOnce = (component, names) => names.filter((name) => component.getAllProperties(name).length !== 1).map((name) => `${name} is not there once`);

function event(component) {
  const value = (name) => component.getFirstPropertyValue(name);
  const wrong = notOnce(component, ["uid", "dtstamp", "dtstart", "dtend", "summary", "description", "transp"]);
  if (wrong.length > 0) return wrong;
  if (value("dtstamp").zone !== ICAL.Timezone.utcTimezone) wrong.push("DTSTAMP is not in UTC");
  if (!value("dtstart").isDate || !value("dtend").isDate) wrong.push("not of whole days");
  if (value("dtend").compare(value("dtstart")) <= 0) wrong.push("it ends before it starts");
  const rule = value("rrule");
  if (rule && rule.iterator(value("dtstart")).next().compare(value("dtstart")) !== 0) wrong.push("its rule leaves out its own day");
  return wrong;
}

function calendar(path) {
  const wrong = lines(path);
  // Strict is what this parser is unless it is told otherwise: a value of another form than its property's ends it.
  assert.equal(ICAL.design.strict, true);
  const component = new ICAL.Component(ICAL.parse(bytes(path).toString()));
  wrong.push(...notOnce(component, ["version", "prodid"]));
  if (component.getFirstPropertyValue("version") !== "2.0") wrong.push("another version");
  // Section 3.6: a calendar holds at least one component.
  if (component.getAllSubcomponents().length === 0) wrong.push("no component");
  const events = component.getAllSubcomponents("vevent");
  const uids = new Set(events.map((each) => each.getFirstPropertyValue("uid")));
  if (uids.size !== events.length) wrong.push("a UID stands twice");
  return wrong.concat(events.flatMap(event)).map((what) => `${path}: ${what}`);
}

test("every calendar is one as RFC 5545 defines it", (t) => {
  const calendars = files(".ics");
  none(calendars.flatMap(calendar), t, `${calendars.length} calendars`);
});

test("every register is CSV as RFC 4180 defines it", (t) => {
  const registers = files(".csv");
  let count = 0;
  for (const path of registers) {
    // As strict as it comes: the same number of cells in every row, quotes only around a whole cell, one way to end a line.
    const strict = {bom: true, record_delimiter: CRLF, relax_column_count: false, relax_quotes: false, skip_empty_lines: false};
    const read = rows(bytes(path), strict);
    count += read.length - 1;
    assert.equal(new Set(read[0]).size, read[0].length, `${path}: a column stands twice`);
    assert.ok(bytes(path).toString().endsWith(CRLF), `${path}: the last line has no end`);
  }
  none(registers.length > 0 ? [] : ["there is no register"], t, `${registers.length} registers, ${count} rows`);
});
