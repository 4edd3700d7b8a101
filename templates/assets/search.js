// Search without a server; loaded by start.js when it is wanted. The index is cut into small files (see src/site/search/); a query loads those its words need.
// They are scripts that call `afterword(name, value)`, because a page opened from disk may load nothing else.
// What they hold becomes text nodes and nothing else.
(() => {
"use strict";
const root = new URL("..", document.currentScript.src).href;
const form = document.querySelector("form.search");
if (!form) return;
const say = form.dataset, input = form.elements.q, page = form.id === "find.page";
const status = form.querySelector("[role=status]");

// 1 loading
const coming = new Map(), waiting = new Map();
window.afterword = (name, value) => waiting.get(name)?.(value);
const load = (name, again = "") => {
  if (!coming.has(name)) {
    const value = new Promise((done, failed) => {
      waiting.set(name, done);
      const script = document.createElement("script");
      script.src = `${root}search/${name}.js${again}`;
      // Whoever answers with another file calls nothing; the promise is kept already where it did.
      script.onload = script.onerror = () => (script.remove(), failed(new Error(name)));
      document.head.append(script);
    });
    coming.set(name, value);
    value.catch(() => coming.delete(name));
  }
  return coming.get(name);
};

// 2 words: the same as src/site/search/terms.rs
const bare = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const WORD = /[\p{Alphabetic}\p{N}]+/gu, PARTS = new RegExp(`[${bare}]+|[^${bare}]+`, "gu"), BARE = new RegExp(`^[${bare}]`, "u");
const fold = (word) => word.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
  .replace(/ß/g, "ss").replace(/æ/g, "ae").replace(/ø/g, "o").replace(/ł/g, "l").normalize("NFC");
const spelt = (word) => word.toLowerCase().replace(/[äöü]/g, (c) => ({ä: "ae", ö: "oe", ü: "ue"})[c]);

/** What is asked for: for each word the ways to spell it, each of them the terms that must all be there. */
const asked = (text) => (text.normalize("NFC").match(WORD) ?? []).map((word) => [...new Set([fold(word), fold(spelt(word))])]
  .map((folded) => (folded.match(PARTS) ?? []).flatMap((part) => {
    const letters = [...part];
    if (!BARE.test(part)) return letters.length > 1 ? [letters.slice(0, 32).join("")] : [];
    return letters.length > 1 ? letters.slice(1).map((letter, n) => letters[n] + letter) : letters;
  })).filter((terms) => terms.length)).filter((ways) => ways.length);

/** Whether a term begins as the word would with one slip: a letter wrong, missing, too many, or two swapped. */
const slipped = (word, term) => {
  let n = 0;
  while (n < word.length && word[n] === term[n]) n++;
  const [rest, behind] = [word.slice(n + 1), word.slice(n)];
  return n > 1 && (term.startsWith(rest, n + 1) || term.startsWith(rest, n) || term.startsWith(behind, n + 1)
    || (behind[0] === term[n + 1] && behind[1] === term[n] && term.startsWith(behind.slice(2), n + 2)));
};

// 3 finding
const VALUE = Object.fromEntries([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].map((c, n) => [c, n]));
const each = (list, found) => {
  if (list[0] === "!") {
    for (let n = 1; n < list.length; n++) for (let bit = 0; bit < 6; bit++) if (VALUE[list[n]] >> bit & 1) found((n - 1) * 6 + bit);
    return;
  }
  for (let n = 0, next = 0, step = 0, shift = 0; n < list.length; n++) {
    step += (VALUE[list[n]] & 31) << shift;
    if (VALUE[list[n]] & 32) shift += 5;
    else (found(next += step), next++, step = shift = 0);
  }
};
const WHERE = [20, 8, 2]; // title, head, elsewhere

/** Lines of the index files that may have terms with this beginning. */
const lines = async (table, start) => {
  let first = table.terms.findIndex(([term]) => term > start);
  if (first < 0) first = table.terms.length;
  let last = first;
  while (last < table.terms.length && table.terms[last][0].startsWith(start)) last++;
  const files = table.terms.slice(Math.max(first - 1, 0), Math.min(last, first + 7));
  return (await Promise.all(files.map(([, name]) => load(name)))).flatMap((text) => text.split("\n"));
};

/** Points by report for one term: more for the whole term than for its beginning, least with a slip. */
const points = async (table, word) => {
  const counted = new Uint16Array(table.reports);
  const count = (line, factor) => line.split(" ").slice(1).forEach((list, n) =>
    each(list, (report) => (counted[report] = Math.max(counted[report], WHERE[n] * factor))));
  const begins = (await lines(table, word)).filter((line) => line.startsWith(word));
  begins.forEach((line) => count(line, line[word.length] === " " ? 3 : 2));
  if (!begins.length && word.length > 4)
    (await lines(table, word.slice(0, 2))).filter((line) => slipped(word, line.split(" ", 1)[0])).forEach((line) => count(line, 1));
  return counted;
};
const both = (a, b) => a.map((points, report) => (points && b[report] ? points + b[report] : 0));
const either = (a, b) => a.map((points, report) => Math.max(points, b[report]));

/** Reports that have all the words and fit all the filters, the best first, of equals the newest. */
const find = async (table, words, filters) => {
  let found = new Uint16Array(table.reports).fill(1);
  const ways = words.map(async (ways) => (await Promise.all(ways.map(async (terms) =>
    (await Promise.all(terms.map((term) => points(table, term)))).reduce(both)))).reduce(either));
  for (const counted of await Promise.all(ways)) found = both(found, counted);
  if (filters.length) {
    const known = await load(table.filters);
    for (const [name, value] of filters) {
      const fits = new Uint16Array(table.reports);
      each(known[name]?.[value] ?? "", (report) => (fits[report] = 1));
      found = both(found, fits);
    }
  }
  return [...found.keys()].filter((report) => found[report]).sort((a, b) => found[b] - found[a] || b - a);
};
const describe = async (table, reports) => {
  const files = await Promise.all(reports.map((report) => load(table.described[Math.floor(report / table.per)])));
  return files.map((file, n) => file[reports[n] % table.per]);
};

/** Runs a query with a table of contents; where a file is gone a newer build took its place, and so did a newer table. */
const withTable = async (query) => {
  try {
    return await query(await load("index"));
  } catch {
    coming.delete("index");
    return query(await load("index", `?${Date.now()}`));
  }
};

// 4 showing
const make = (name, attributes, ...inside) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) element.setAttribute(key, value);
  element.append(...inside.filter(Boolean));
  return element;
};

/** A text with the words that were asked for marked. */
const marked = (text, words) => {
  const terms = words.flat(2), nodes = [];
  let from = 0;
  for (const {0: word, index} of text.matchAll(WORD)) {
    const ways = [fold(word), fold(spelt(word))];
    const fits = BARE.test(word) ? terms.some((term) => ways[0].includes(term))
      : terms.some((term) => ways.some((way) => way.startsWith(term) || (term.length > 4 && slipped(term, way))));
    if (!fits) continue;
    nodes.push(text.slice(from, index), make("mark", {}, word));
    from = index + word.length;
  }
  return [...nodes, text.slice(from)];
};

const severity = (rank, name) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), use = document.createElementNS(svg.namespaceURI, "use");
  for (const [key, value] of [["class", "mark"], ["viewBox", "0 0 19 10"], ["aria-hidden", "true"]]) svg.setAttribute(key, value);
  use.setAttribute("href", `#sev${rank}`);
  svg.append(use);
  return make("span", {class: `sev s${rank}`}, svg, name);
};
const href = (report) => `${root}reports/${encodeURIComponent(report[0])}.html`;
const entry = (report, words) => {
  const [, title, lang, day, date, rank, sev, kind, services, long, snippet] = report;
  return make("li", {}, make("time", {datetime: day}, date), make("div", {},
    make("h3", {}, make("a", {href: href(report), lang}, ...marked(title, words))),
    make("p", {class: "parts"}, rank && severity(rank, sev), kind && make("span", {}, kind), services && make("span", {}, ...marked(services, words))),
    snippet && make("p", {class: "snippet", lang}, ...marked(snippet, words))), make("span", {class: "long num"}, long));
};
const tell = (text) => (status.textContent = text);
const counted = (number) => (number ? `${say.found} ${number.toLocaleString(document.documentElement.lang)}` : say.none);

let turn = 0;
/** Runs a query and shows it, unless another came after it. */
const run = (filters, show, clear) => {
  const own = ++turn, words = asked(input.value);
  if (!words.length && !filters.length) return (clear(), tell(input.value.trim() ? say.short : ""));
  const slow = setTimeout(() => own === turn && tell(say.wait), 400);
  return withTable(async (table) => {
    const found = await find(table, words, filters);
    const next = async (from, to) => describe(table, found.slice(from, to));
    const first = await next(0, page ? 20 : 8);
    if (own === turn) (show(found.length, first, words, next), tell(counted(found.length)));
  }).catch(() => own === turn && (clear(), tell(say.failed))).finally(() => clearTimeout(slow));
};
let pause = 0;
const soon = (query) => (clearTimeout(pause), (pause = setTimeout(query, 120)));

/** The search page: filters, a list, an address that can be passed on. */
const whole = () => {
  const list = document.getElementById("find.results"), more = document.getElementById("find.more");
  const choices = [...form.querySelectorAll("select")];
  const update = (address = true) => {
    const filters = choices.filter((choice) => choice.value).map((choice) => [choice.name, choice.value]);
    const query = new URLSearchParams([...(input.value.trim() ? [["q", input.value.trim()]] : []), ...filters]).toString();
    // A browser may refuse this for a page on disk.
    try { if (address) history.replaceState(null, "", query ? `?${query}` : location.pathname); } catch { /* the list is there */ }
    const clear = () => (list.replaceChildren(), (more.hidden = true));
    return run(filters, (number, first, words, next) => {
      const add = (reports) => (list.append(...reports.map((report) => entry(report, words))), (more.hidden = list.children.length >= number));
      clear();
      add(first);
      more.onclick = async () => {
        const at = list.children.length;
        add(await next(at, at + 20));
        list.children[at]?.querySelector("a").focus();
      };
    }, clear);
  };
  const given = new URLSearchParams(location.search);
  input.value = given.get("q") ?? "";
  for (const choice of choices) if ([...choice.options].some((option) => option.value === given.get(choice.name))) choice.value = given.get(choice.name);
  form.addEventListener("input", () => soon(update));
  form.addEventListener("submit", (event) => (event.preventDefault(), clearTimeout(pause), update()));
  form.addEventListener("reset", () => setTimeout(() => (update(), input.focus())));
  document.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("h3 a")], at = links.indexOf(document.activeElement);
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (event.key === "Escape" && at >= 0) input.focus();
    if (!step || event.altKey || event.ctrlKey || event.metaKey || (at < 0 && document.activeElement !== input) || (at < 0 && step < 0)) return;
    event.preventDefault();
    (links[at + step] ?? (at + step < 0 ? input : links[at]))?.focus();
  });
  if (given.size) update(false);
};

/** The box in the header: a list under it while one types. */
const box = () => {
  const list = document.getElementById("find.list");
  let at = -1;
  const pick = (to) => {
    at = to;
    [...list.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
    list.children[at]?.scrollIntoView({block: "nearest"});
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const open = (options) => {
    list.replaceChildren(...options);
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    pick(-1);
  };
  for (const [key, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) input.setAttribute(key, value);
  const option = (address, n, ...inside) => {
    const item = make("li", {role: "option", id: `find.${n}`, "aria-selected": "false"}, ...inside);
    item.onclick = () => (location.href = address);
    // The box keeps the focus while one clicks.
    item.onmousedown = (event) => event.preventDefault();
    return item;
  };
  const update = () => run([], (number, first, words) => {
    const options = first.map((report, n) => option(href(report), n, make("span", {lang: report[2]}, ...marked(report[1], words)),
      make("small", {class: "quiet"}, [report[4], report[8]].filter(Boolean).join(" · "))));
    const all = `${form.action}?${new URLSearchParams({q: input.value.trim()})}`;
    if (number > first.length) options.push(option(all, first.length, make("b", {}, counted(number))));
    open(options);
  }, () => open([]));
  input.addEventListener("input", () => soon(update));
  input.addEventListener("blur", () => (turn++, open([])));
  input.addEventListener("keydown", (event) => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key], options = list.children.length;
    if (step && options) (event.preventDefault(), pick((at + 1 + step + options + 1) % (options + 1) - 1));
    else if (step) update();
    else if (event.key === "Enter" && at >= 0) (event.preventDefault(), list.children[at].click());
    else if (event.key === "Escape" && !list.hidden) (event.preventDefault(), turn++, open([]), tell(""));
    else if (event.key === "Escape") input.blur();
  });
  // What was typed while this script was on its way.
  if (input.value && document.activeElement === input) update();
  else load("index").catch(() => {});
};

page ? whole() : box();
})();
