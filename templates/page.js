// Makes the page easier to use; everything on it works without.
(() => {
  "use strict";
  const $ = (selector) => document.querySelector(selector);
  const narrow = window.matchMedia("(max-width: 60rem)");

  // Contents: closed at first on a small screen, and closed again once something is chosen there.
  const contents = $(".contents details");
  if (contents) {
    const set = () => { contents.open = !narrow.matches; };
    set();
    narrow.addEventListener("change", set);
    contents.addEventListener("click", (event) => {
      if (narrow.matches && event.target.closest("a")) contents.open = false;
    });
    const entries = new Map();
    for (const link of contents.querySelectorAll("a")) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) entries.set(target, link);
    }
    let current = null;
    const seen = new IntersectionObserver((records) => {
      const top = records.filter((record) => record.isIntersecting).map((record) => record.target)[0];
      if (!top) return;
      if (current) current.removeAttribute("aria-current");
      current = entries.get(top);
      current.setAttribute("aria-current", "true");
      const box = contents.parentElement;
      const shift = current.getBoundingClientRect().top - box.getBoundingClientRect().top;
      if (shift < 0 || shift > box.clientHeight - 40) box.scrollTop += shift - box.clientHeight / 2;
    }, { rootMargin: "0px 0px -75% 0px" });
    for (const target of entries.keys()) seen.observe(target);
  }

  // Definitions and headings of what is cited: shown on hover and focus until Escape, or until both have gone.
  let shown = null, opener = null, timer = 0;
  const hide = () => {
    window.clearTimeout(timer);
    if (shown) shown.classList.remove("open");
    shown = opener = null;
  };
  const show = (link) => {
    const tip = document.getElementById(link.getAttribute("aria-describedby"));
    window.clearTimeout(timer);
    if (!tip || opener === link) return;
    hide();
    shown = tip;
    opener = link;
    tip.classList.add("open");
    const box = link.getClientRects()[0], size = tip.getBoundingClientRect(), page = document.documentElement;
    const left = Math.max(8, Math.min(box.left, page.clientWidth - size.width - 8));
    const below = box.bottom + 6 + size.height < page.clientHeight || box.top < size.height + 8;
    tip.style.left = `${left + window.scrollX}px`;
    tip.style.top = `${(below ? box.bottom + 6 : box.top - size.height - 6) + window.scrollY}px`;
  };
  const later = () => { window.clearTimeout(timer); timer = window.setTimeout(hide, 200); };
  const linkOf = (event) => event.target.closest && event.target.closest("a[aria-describedby]");
  document.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (link) show(link);
    else if (shown && shown.contains(event.target)) window.clearTimeout(timer);
    else if (shown && opener !== document.activeElement) later();
  });
  document.addEventListener("focusin", (event) => { const link = linkOf(event); if (link) show(link); else hide(); });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();
