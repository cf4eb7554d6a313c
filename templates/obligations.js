// Finds obligations by actor, modal, kind, document, unit of time, doubt and words. What is chosen stands in the
// address, so that it can be sent to somebody. Without this script the page is the whole list.
(() => {
  "use strict";
  const form = document.querySelector(".find");
  if (!form) return;
  const rows = [...document.querySelectorAll("tr.duty")];
  const selects = [...form.querySelectorAll("select")];
  const words = form.elements.words, uncertain = form.elements.uncertain, said = form.querySelector("output");
  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase().replace(/\s+/g, " "));
    return texts.get(row);
  };

  const show = () => {
    const chosen = selects.filter((select) => select.value);
    const asked = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) {
      const fits = chosen.every((select) => (row.dataset[select.name] || "").split("\n").includes(select.value))
        && (!uncertain.checked || row.classList.contains("uncertain"))
        && asked.every((word) => textOf(row).includes(word));
      row.hidden = !fits;
      if (fits) count += 1;
    }
    for (const group of document.querySelectorAll(".duties tbody")) group.hidden = !group.querySelector("tr.duty:not([hidden])");
    for (const part of document.querySelectorAll(".part")) part.hidden = !part.querySelector("tr.duty:not([hidden])");
    said.textContent = `${count} of ${rows.length} shown`;
  };

  // The address: #actor=DCC&unit=days. Any other is the id of a line or a heading.
  const write = () => {
    const state = new URLSearchParams();
    for (const select of selects) if (select.value) state.set(select.name, select.value);
    if (words.value) state.set("words", words.value);
    if (uncertain.checked) state.set("uncertain", "yes");
    const hash = state.toString();
    try { window.history.replaceState(null, "", hash ? `#${hash}` : window.location.pathname + window.location.search); } catch { /* a page opened from a file may refuse */ }
  };
  const read = () => {
    const hash = window.location.hash.slice(1);
    if (!hash.includes("=")) return;
    const state = new URLSearchParams(hash);
    for (const select of selects) select.value = state.get(select.name) || "";
    for (const select of selects) if (select.selectedIndex < 0) select.selectedIndex = 0;
    words.value = state.get("words") || "";
    uncertain.checked = state.has("uncertain");
  };

  const change = () => { show(); write(); };
  let waiting = 0;
  words.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(change, 120);
  });
  form.addEventListener("change", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => window.setTimeout(change));
  window.addEventListener("hashchange", () => {
    read();
    const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (target && target.closest("[hidden]")) { form.reset(); window.setTimeout(() => target.scrollIntoView(), 50); }
    else show();
  });
  form.hidden = false;
  read();
  show();
})();
