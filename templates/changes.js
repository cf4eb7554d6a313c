// The views of a change-marked page: inline or side by side, all of it or only changes, with or without what
// only follows from other changes; a list that can be filtered; steps from change to change. Without this
// script the page is whole, inline.
(() => {
  "use strict";
  const law = document.querySelector(".law"), stepper = document.querySelector(".stepper");
  if (!law || !stepper) return;
  const blocks = [...law.children];
  const lines = [...document.querySelectorAll(".list tr[id]")];
  const shown = new Set(lines.map((line) => line.id.slice(2)));
  const views = document.querySelector(".views"), filters = document.querySelector(".filters");
  const chosen = (name) => {
    const box = views.querySelector(`[name=${name}], [value=${name}]`);
    return box ? box.checked : true;
  };

  const isShown = (part) => shown.has(part.dataset.change);
  const changesIn = (block) => {
    const parts = block.classList.contains("table") ? [...block.querySelectorAll("[data-change]")] : [block];
    return parts.filter((part) => part.dataset.change && isShown(part));
  };

  // Side by side: every passage twice in one row of a grid, the old words left and the new ones right; a table
  // once, with its columns twice, so that its rows stay beside each other.
  const former = (block) => {
    const copy = block.cloneNode(true);
    for (const part of [copy, ...copy.querySelectorAll("[id], [data-change]")]) {
      part.removeAttribute("id");
      part.removeAttribute("data-change");
    }
    for (const part of copy.querySelectorAll(".bar")) part.remove();
    const note = copy.querySelector(".note"), label = copy.querySelector(".label");
    const was = note && note.querySelector("del");
    if (was && label) label.textContent = `${was.textContent} `;
    if (note) {
      if (note.nextSibling) note.nextSibling.textContent = note.nextSibling.textContent.trimStart();
      note.remove();
    }
    copy.classList.add("before");
    return copy;
  };
  // The columns that a table had, or has, by their headings: one that was put in is not among the former.
  const columnsWithout = (table, tag) => {
    const heads = table.tHead && table.tHead.rows.length ? [...table.tHead.rows[0].cells] : [];
    const gone = heads.map((cell) => {
      const rest = former(cell);
      const only = rest.querySelector(tag) !== null;
      for (const part of rest.querySelectorAll(tag)) part.remove();
      return only && !rest.textContent.trim();
    });
    return gone.every((one) => one) ? [] : gone;
  };
  const doubled = (table) => {
    const rows = [...table.rows];
    const count = Math.max(0, ...rows.map((row) => row.cells.length));
    const came = columnsWithout(table, "ins"), went = columnsWithout(table, "del");
    for (const row of rows) {
      const cells = [...row.cells];
      const first = cells.find((_, at) => !went[at]);
      if (first) first.classList.add("half");
      cells.forEach((cell, at) => {
        if (!came[at]) cells[0].before(former(cell));
        if (went[at]) cell.classList.add("went");
      });
    }
    const widths = [came, went].map((gone) => count - gone.filter((one) => one).length);
    const head = table.tHead || table.createTHead(), sides = document.createElement("tr");
    sides.className = "sides";
    [law.dataset.old, law.dataset.new].forEach((name, side) => {
      const cell = document.createElement("th");
      cell.colSpan = Math.max(1, widths[side]);
      cell.scope = "colgroup";
      cell.textContent = name;
      sides.append(cell);
    });
    head.prepend(sides);
  };
  const isOneSided = (block) => /\b(inserted|omitted|moved-here|moved-away)\b/.test(block.className);
  const split = () => {
    const sides = document.createElement("div");
    sides.className = "sides";
    for (const name of [law.dataset.old, law.dataset.new]) {
      const side = document.createElement("p");
      side.textContent = name;
      sides.append(side);
    }
    law.prepend(sides);
    for (const block of blocks) {
      const table = block.classList.contains("table") && block.querySelector("table");
      if (table) doubled(table);
      else if (!isOneSided(block)) block.before(former(block));
    }
    law.classList.add("split");
  };
  const join = () => {
    for (const made of law.querySelectorAll(".before, .sides")) made.remove();
    for (const cell of law.querySelectorAll(".half, .went")) cell.classList.remove("half", "went");
    law.classList.remove("split");
  };

  // Only changes: each with the passages beside it and those it stands under; the rest folded, run by run.
  const depth = (block) => {
    if (/^H[2-6]$/.test(block.tagName)) return Number(block.tagName[1]);
    const indent = /\bi(\d+)\b/.exec(block.className);
    return 10 + (indent ? Number(indent[1]) : 0);
  };
  const kept = () => {
    const keep = new Set(), above = [];
    blocks.forEach((block, at) => {
      const own = depth(block);
      while (above.length && above[above.length - 1][0] >= own) above.pop();
      if (changesIn(block).length) {
        for (const other of [block, blocks[at - 1], blocks[at + 1], ...above.map((one) => one[1])]) keep.add(other);
      }
      above.push([own, block]);
    });
    return keep;
  };
  const runs = (items, isKept, least) => {
    const found = [];
    let run = [];
    for (const item of [...items, null]) {
      if (item && !isKept(item)) run.push(item);
      else {
        if (run.length >= least) found.push(run);
        run = [];
      }
    }
    return found;
  };
  const hide = (part, on) => {
    if (!on) part.removeAttribute("hidden");
    else if ("onbeforematch" in part && part.tagName !== "TR") part.setAttribute("hidden", "until-found");
    else part.hidden = true;
  };
  const twin = (block) => block.previousElementSibling && block.previousElementSibling.classList.contains("before")
    ? block.previousElementSibling : null;
  const labelOf = (block) => {
    const label = block.querySelector(":scope > .label"), term = block.querySelector("dfn");
    const words = label ? (label.getAttribute("aria-label") || label.textContent).trim() : "";
    return term ? `“${term.textContent}”` : words.startsWith("(") ? "" : words;
  };
  const fold = (run, words, place) => {
    const parts = run.flatMap((part) => [twin(part), part].filter(Boolean));
    const button = document.createElement("button");
    button.type = "button";
    button.className = "fold";
    button.textContent = words;
    const open = (on) => {
      button.setAttribute("aria-expanded", String(on));
      for (const part of parts) hide(part, !on);
    };
    open(false);
    button.addEventListener("click", () => open(button.getAttribute("aria-expanded") !== "true"));
    for (const part of parts) {
      part.unfold = () => open(true);
      part.addEventListener("beforematch", part.unfold);
    }
    place(button, parts[0]);
  };
  const plural = (count, one) => `${count} unchanged ${one}${count === 1 ? "" : "s"}`;
  const foldRows = (table) => {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    const keep = new Set();
    rows.forEach((row, at) => {
      if (row.dataset.change && isShown(row)) for (const other of [row, rows[at - 1], rows[at + 1]]) keep.add(other);
    });
    for (const run of runs(rows, (row) => keep.has(row), 2)) {
      fold(run, plural(run.length, "row"), (button, first) => {
        const line = document.createElement("tr"), cell = document.createElement("td");
        line.className = "folded";
        cell.colSpan = Math.max(1, first.cells.length);
        cell.append(button);
        line.append(cell);
        first.before(line);
      });
    }
  };
  const foldAll = () => {
    const keep = kept();
    for (const run of runs(blocks, (block) => keep.has(block), 2)) {
      const labels = run.map(labelOf).filter(Boolean);
      const where = labels.length > 1 ? `: ${labels[0]} to ${labels[labels.length - 1]}` : labels.length ? `: ${labels[0]}` : "";
      fold(run, plural(run.length, "passage") + where, (button, first) => first.before(button));
    }
    for (const block of keep) {
      const table = block && block.classList.contains("table") && block.querySelector("table");
      if (table && changesIn(block).length) foldRows(table);
    }
  };
  const unfold = () => {
    for (const made of law.querySelectorAll(".fold, .folded")) made.remove();
    for (const part of law.querySelectorAll("[hidden]")) {
      if (part.unfold) part.removeEventListener("beforematch", part.unfold);
      delete part.unfold;
      hide(part, false);
    }
  };
  const reveal = (part) => {
    for (let at = part; at && at !== law; at = at.parentElement) if (at.hasAttribute("hidden") && at.unfold) at.unfold();
  };
  const revealTarget = () => {
    const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (!target || !law.contains(target)) return;
    reveal(target);
    target.scrollIntoView();
  };
  window.addEventListener("hashchange", revealTarget);

  // What the boxes say is shown; what was at the top of the window stays there.
  const show = () => {
    const top = blocks.find((block) => block.getBoundingClientRect().bottom > 80);
    const before = top && top.getBoundingClientRect().top;
    unfold();
    const wanted = chosen("split");
    if (wanted !== law.classList.contains("split")) (wanted ? split : join)();
    document.querySelector(".page").classList.toggle("broad", wanted);
    document.body.classList.toggle("without-follows", !chosen("follows"));
    count();
    if (chosen("only")) foldAll();
    if (top && before < 0) window.scrollBy(0, top.getBoundingClientRect().top - before);
  };

  // The list: filtered by kind, declared change and stage; steps and folds keep to what it shows.
  const count = () => {
    const selects = [...filters.querySelectorAll("select")].filter((select) => select.value);
    shown.clear();
    for (const line of lines) {
      const fits = selects.every((select) => {
        const given = (line.dataset[select.name] || "").split("\n");
        return given.includes(select.value) || (select.name === "declared" && !given[0] && select.selectedIndex === select.length - 1);
      });
      line.hidden = !fits || (!chosen("follows") && line.classList.contains("follows"));
      if (!line.hidden) shown.add(line.id.slice(2));
    }
    filters.querySelector("output").textContent = `${shown.size} of ${lines.length} shown`;
    places = findPlaces();
    at = places.indexOf(law.querySelector(".current"));
  };

  // Steps: the buttons, or n and p, lead from one change to the next.
  let places = [], at = -1;
  const findPlaces = () => {
    const found = [];
    for (const place of law.querySelectorAll("[data-change]")) {
      const last = found[found.length - 1];
      if (isShown(place) && (!last || last.dataset.change !== place.dataset.change)) found.push(place);
    }
    return found;
  };
  const said = stepper.querySelector("output"), keys = stepper.querySelector("input");
  const step = (by) => {
    if (!places.length) return;
    at = at < 0 && by < 0 ? places.length - 1 : (at + by + places.length) % places.length;
    const place = places[at];
    for (const other of law.querySelectorAll(".current")) other.classList.remove("current");
    place.classList.add("current");
    reveal(place);
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "center" });
    const line = document.getElementById(`_k${place.dataset.change}`);
    const what = line ? `: ${line.cells[1].textContent}, ${line.cells[2].textContent}` : "";
    said.textContent = `${at + 1} of ${places.length}${what}`;
  };
  stepper.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (button) step(Number(button.dataset.step));
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
    if (!keys.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") step(1);
    if (event.key === "p") step(-1);
  });

  views.addEventListener("change", show);
  filters.addEventListener("change", show);
  stepper.hidden = views.hidden = false;
  filters.hidden = !filters.querySelector("select");
  show();
})();
