// The matrix of a document: filters by state, kind and words, steps from provision to provision, and the source
// of code shown where it is named. Without this script the page is whole, with all provisions shown.
(() => {
  "use strict";
  const text = document.querySelector(".matrix-text"), filters = document.querySelector(".filters");
  const stepper = document.querySelector(".stepper");
  if (!text || !filters || !stepper) return;
  const blocks = [...text.children];
  const entries = blocks.filter((block) => block.dataset.state);
  const control = (name) => filters.querySelector(`[name=${name}]`);
  const OPEN = new Set(["failing", "missing", "suspect", "unverified", "not-run"]);

  // What is looked for is looked for in the words of a provision and in what is told beside them.
  let words = null;
  const wordsOf = (entry) => {
    if (!words) {
      words = new Map(entries.map((one) => [one.dataset.of, one.textContent]));
      for (const rest of text.querySelectorAll(":scope > .rest[data-of]")) {
        words.set(rest.dataset.of, `${words.get(rest.dataset.of) || ""} ${rest.textContent}`);
      }
      for (const [of, said] of words) words.set(of, `${of} ${said}`.replace(/\s+/g, " ").toLowerCase());
    }
    return words.get(entry.dataset.of);
  };
  const fits = (entry, asked) =>
    (!asked.state || entry.dataset.state === asked.state || (asked.state === "open" && OPEN.has(entry.dataset.state)))
    && (!asked.kind || entry.dataset.kind === asked.kind)
    && (!asked.obligations || entry.dataset.kind === "obligation")
    && asked.find.every((word) => wordsOf(entry).includes(word));

  let shown = entries;
  const filter = () => {
    const asked = {
      state: control("state").value, kind: control("kind").value, obligations: control("obligations").checked,
      find: control("find").value.toLowerCase().split(/\s+/).filter(Boolean),
    };
    const all = !asked.state && !asked.kind && !asked.obligations && !asked.find.length;
    shown = all ? entries : entries.filter((entry) => fits(entry, asked));
    const kept = new Set(shown.map((entry) => entry.dataset.of));
    // A heading is shown where something under it is: from the last block to the first, what is under each level.
    const under = new Array(10).fill(false);
    for (let at = blocks.length - 1; at >= 0; at -= 1) {
      const block = blocks[at], level = Number(block.dataset.level || 0);
      const on = all || (level ? under[level] : kept.has(block.dataset.of));
      if (level) under.fill(false, level);
      else if (on) under.fill(true);
      if (block.hidden === on) block.hidden = !on;
    }
    filters.querySelector("output").textContent = `${shown.length.toLocaleString("en-GB")} of ${entries.length.toLocaleString("en-GB")} shown`;
    told.textContent = `${shown.length.toLocaleString("en-GB")} provisions`;
    remember(asked);
  };
  const remember = (asked) => {
    const said = new URLSearchParams();
    for (const name of ["state", "kind"]) if (asked[name]) said.set(name, asked[name]);
    if (asked.obligations) said.set("obligations", "1");
    if (asked.find.length) said.set("find", control("find").value);
    const query = said.toString();
    try {
      history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
    } catch { /* a page of its own kind has no address to keep */ }
  };
  const recall = () => {
    const said = new URLSearchParams(location.search);
    for (const name of ["state", "kind", "find"]) if (said.has(name)) control(name).value = said.get(name);
    for (const name of ["state", "kind"]) if (control(name).selectedIndex < 0) control(name).value = "";
    control("obligations").checked = said.has("obligations");
  };

  // Steps: the buttons, or n and p, lead from one provision that is shown to the next.
  const told = stepper.querySelector("output"), keys = stepper.querySelector("input");
  let current = null;
  const step = (by) => {
    if (!shown.length) return;
    let at = shown.indexOf(current);
    if (at < 0) {
      const here = shown.findIndex((entry) => entry.getBoundingClientRect().bottom > 90);
      at = here < 0 ? shown.length - 1 : here - (by > 0 ? 1 : 0);
    }
    if (current) current.classList.remove("current");
    current = shown[(at + by + shown.length) % shown.length];
    current.classList.add("current");
    current.tabIndex = -1;
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: "start" });
    const label = current.querySelector(".label, dfn, caption");
    const state = current.querySelector(".verdict .state");
    const what = [label && label.textContent.trim(), state && state.lastChild.textContent.trim()].filter(Boolean);
    told.textContent = `${shown.indexOf(current) + 1} of ${shown.length}: ${what.join(", ")}`;
  };
  stepper.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (button) step(Number(button.dataset.step));
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input:not([type=checkbox]), textarea, select");
    if (!keys.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    if (event.key === "p") step(-1);
  });

  // The source of a piece of code is printed once; asked for beside a clause, a copy of it is shown there.
  for (const look of text.querySelectorAll(".look")) look.setAttribute("aria-expanded", "false");
  text.addEventListener("click", (event) => {
    const look = event.target.closest(".look");
    if (!look || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const source = document.querySelector(`${look.hash} > .source`), next = look.nextElementSibling;
    if (!source) return;
    event.preventDefault();
    const shut = look.getAttribute("aria-expanded") !== "true";
    if (shut) look.after(source.cloneNode(true));
    else next.remove();
    look.setAttribute("aria-expanded", String(shut));
  });

  // A link into what is folded or filtered out opens it.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const piece = target.closest("details"), block = blocks.find((one) => one.contains(target));
    if (piece) piece.open = true;
    if (block && block.hidden) {
      control("state").value = control("kind").value = control("find").value = "";
      control("obligations").checked = false;
      filter();
    }
    if (piece || block) target.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);

  filters.addEventListener("input", filter);
  filters.hidden = stepper.hidden = false;
  recall();
  filter();
  if (location.hash) reveal();
})();
