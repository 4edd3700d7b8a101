// What every page runs: `/` leads to the search, whose script comes when it is wanted; links to lists become filters that can be combined.
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
