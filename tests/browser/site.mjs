// What the browser tests share: the built sites, their pages, a browser, a server on this machine.
// `cargo test` builds the sites; afterwards `CHROMIUM=… node --test` in this folder runs the same tests on them alone.

import {readdirSync, statSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {createServer} from "node:http";
import {extname, join, normalize} from "node:path";
import {after, before} from "node:test";
import {fileURLToPath, pathToFileURL} from "node:url";
import {chromium} from "playwright-core";

/** The folder that holds a folder for each built site. */
export const SITES = process.env.AFTERWORD_SITES ?? fileURLToPath(new URL("../../target/tmp/browser/sites", import.meta.url));

/** Widths at which nothing may overflow: small and large phones, tablets, screens. */
export const WIDTHS = [320, 390, 640, 768, 1024, 1280];

/** The sites whose every kind of page is looked at: the example twice, and an archive of everything that is odd. */
export const LOOKED_AT = ["internal", "public", "states", "empty"];

/** Every page of a site, sorted, as a path with `/`. */
export function pages(site) {
  const found = [];
  const walk = (folder, inside) => {
    for (const name of readdirSync(folder).sort()) {
      if (statSync(join(folder, name)).isDirectory()) walk(join(folder, name), `${inside}${name}/`);
      // The page for wrong addresses leads to the root of its host, so it can be looked at there alone: see `wrong.test.mjs`.
      else if (name.endsWith(".html") && inside + name !== "404.html") found.push(inside + name);
    }
  };
  walk(join(SITES, site), "");
  return found;
}

/** The kind of a page: one template makes all pages of a folder, and all pages of a list. */
export function kind(path) {
  const [, folder, name] = /^(.*?)([^/]*)$/.exec(path);
  const first = folder.split("/")[0];
  return name === "index.html" || folder === "" ? folder + name.replace(/\d+/g, "N") : `${first}/*`;
}

/** Of each kind of page the heaviest, which shows most, and the lightest; of reports, up to `reports`. */
export function samples(site, reports = 2) {
  return [...group(pages(site), kind)].flatMap(([name, paths]) => {
    const sorted = paths.toSorted((a, b) => weight(site, b) - weight(site, a));
    return name === "reports/*" ? sorted.slice(0, reports) : [...new Set([sorted[0], sorted.at(-1)])];
  });
}

function group(values, keyOf) {
  const groups = new Map();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

const weight = (site, path) => statSync(join(SITES, site, path)).size;

/** A page's address on the disk. */
export const onDisk = (site, path) => pathToFileURL(join(SITES, site, path)).href;

/** The browser that `cargo test` found. Root has no sandbox to be in. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
}

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript",
  ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".xml": "application/xml", ".wasm": "application/wasm",
};

/** Serves all sites below a sub-path, as a plain static host would; `only` one site at the root, with its page for wrong addresses.
 * Returns `{at(site, path), close()}`. */
export async function serve(only) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const below = path.startsWith("/below/") ? normalize(path.slice("/below/".length)) : "..";
    const inside = only ? only + normalize(path) : below;
    try {
      if (inside.startsWith("..")) throw new Error("outside");
      const bytes = await readFile(join(SITES, inside.endsWith("/") ? `${inside}index.html` : inside));
      response.writeHead(200, {"content-type": TYPES[extname(inside)] ?? "application/octet-stream"}).end(bytes);
    } catch {
      const page = only && !extname(path) ? await readFile(join(SITES, only, "404.html")) : "";
      response.writeHead(404, {"content-type": TYPES[".html"]}).end(page);
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const host = `http://127.0.0.1:${server.address().port}`;
  return {at: (site, path) => (only ? `${host}/${path}` : `${host}/below/${site}/${path}`), close: () => server.close()};
}

/** The browser and the server of a test file, once `setUp` was called and its tests run. */
export let browser, server;

/** Has a browser and a server there for the tests of a file; `only` as for `serve`. */
export function setUp(only) {
  before(async () => ([browser, server] = await Promise.all([launch(), serve(only)])));
  after(() => Promise.all([browser.close(), server.close()]));
}

/** Notes everything a page asks for, and everything it complains of: `{requests, complaints}`, filled as it happens. */
export async function watch(context) {
  const seen = {requests: [], complaints: []};
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  context.on("request", (request) => seen.requests.push(request.url()));
  // The icon is asked for late; going on to the next page cancels that, which is nobody's fault.
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") seen.complaints.push(`failed: ${request.url()} ${why}`);
  });
  context.on("response", (response) => response.status() >= 400 && seen.complaints.push(`${response.status()}: ${response.url()}`));
  context.on("console", (message) => ["error", "warning"].includes(message.type()) && seen.complaints.push(message.text()));
  context.on("weberror", (error) => seen.complaints.push(String(error.error())));
  context.on("dialog", (dialog) => (seen.complaints.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  return seen;
}

/** Fails with every line, and says how much was looked at when there is none. */
export function none(wrong, context, what) {
  if (wrong.length > 0) throw new Error(`${wrong.length} wrong:\n${wrong.slice(0, 40).join("\n")}`);
  context.diagnostic(what);
}
