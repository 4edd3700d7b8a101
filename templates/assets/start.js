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
  const {lang} = line.closest("[lang]"), east = shown.map((it) => -new Date(it).getTimezoneOffset()), far = Math.abs(east[0]);
  // In the report's zone, or in UTC below a line that says it in UTC: no second line, but which of the two is meant.
  const here = shown.every((it, at) => Date.parse(`${it.slice(0, -6)}Z`) - new Date(it) === east[at] * 6e4) || (/UTC$/.test(line.previousElementSibling?.textContent) && !east.some(Boolean));
  const zone = far ? (east[0] < 0 ? "\u2212" : "+") + Math.floor(far / 60) + (far % 60 ? `:${far % 60}` : "") : "";
  const format = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, {dateStyle: "medium", timeStyle: "short", hourCycle: "h23"});
  line.textContent = here ? `${line.dataset.same} UTC${zone}` : `${line.dataset.own} ${times[1] ? format.formatRange(times[0], times[1]) : format.format(times[0])}`;
}
