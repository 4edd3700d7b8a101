// What every page runs. Where there is a search, `/` leads to it, its script comes when it is wanted, and links to lists become filters that
// can be combined; a report's times are said in the reader's own zone too.
(() => {
"use strict";
const form = document.querySelector("form.search"), own = document.currentScript;
if (!form) return;
const input = form.elements.q;
const load = () => {
  const script = document.createElement("script");
  script.src = form.dataset.script;
  own.after(script);
};
if (form.id === "find.page") load();
else input.addEventListener("focus", load, {once: true});
for (const link of document.querySelectorAll("a[data-filter]")) link.href = `${form.action}?${link.dataset.filter}`;
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input.focus();
  input.select();
});
})();
for (const line of document.querySelectorAll(".here")) {
  const shown = [...line.parentNode.querySelectorAll("time")].map((it) => it.dateTime), times = shown.map((it) => new Date(it)).sort((a, b) => a - b);
  const {lang} = line.closest("[lang]"), minutes = (sign, hours, rest) => Number(sign + 1) * (hours * 60 + Number(rest));
  const east = (it) => -new Date(it).getTimezoneOffset(), far = Math.abs(east(shown[0]));
  const here = shown.every((it) => minutes(...it.match(/([+-])(..):(..)$/).slice(1)) === east(it));
  // Where the line above says it in UTC already, a reader in UTC needs no second one; which of the two lines is meant has to be named.
  const there = /UTC$/.test(line.previousElementSibling?.textContent) && shown.every((it) => east(it) === 0);
  const zone = `UTC${far ? (east(shown[0]) < 0 ? "\u2212" : "+") + Math.floor(far / 60) : ""}${far % 60 ? `:${far % 60}` : ""}`;
  const format = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, {dateStyle: "medium", timeStyle: "short", hourCycle: "h23"});
  line.textContent = here || there ? `${line.dataset.same} ${zone}` : `${line.dataset.own} ${times[1] ? format.formatRange(times[0], times[1]) : format.format(times[0])}`;
}
