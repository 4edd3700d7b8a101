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
  const here = shown.every((it) => minutes(...it.match(/([+-])(..):(..)$/).slice(1)) === -new Date(it).getTimezoneOffset());
  const format = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, {dateStyle: "medium", timeStyle: "short", hourCycle: "h23"});
  line.textContent = here ? line.dataset.same : `${line.dataset.own} ${times[1] ? format.formatRange(times[0], times[1]) : format.format(times[0])}`;
}
