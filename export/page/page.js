"use strict";
// What a page can do with JavaScript. Everything it shows stands in the document
// already: it hides, marks and moves, and adds no words but those of the form's own
// attributes.
(() => {
  const words = (e, name) => (e.getAttribute(name) || "").split(" ").filter(Boolean);
  const filled = (pattern, n, total) => pattern.replace("{n}", n).replace("{total}", total);
  const wide = matchMedia("(min-width: 64rem)");
  const target = hash => document.getElementById(decodeURIComponent(hash.slice(1)));

  // reader makes one article answer to clicks and keys.
  function reader(root) {
    const prefix = root.dataset.prefix;
    const form = root.querySelector(".controls");
    const panel = root.querySelector(".panel");
    const one = selector => form.querySelector(selector);
    const chosen = one(".chosen"), who = one(".who"), walk = one(".walk"), rel = one(".rel"), clear = one("[data-clear]");
    const items = [...root.querySelectorAll(".item")].map(e => ({
      e, id: e.id.slice(prefix.length),
      kind: words(e, "data-kind"), sign: words(e, "data-sign"), stance: words(e, "data-stance"),
      by: words(e, "data-by"), of: words(e, "data-of"), via: words(e, "data-via"),
    }));
    const groups = [...root.querySelectorAll(".group")].map(e => ({e, items: [...e.querySelectorAll(".item")]}));
    const byId = new Map(items.map(item => [item.id, item]));
    const marks = [...root.querySelectorAll("[data-i]")].map(e => ({e, items: words(e, "data-i")}));
    const state = {actor: "", rel: "", stance: "", sign: new Set(), kind: new Set()};
    let origin = null; // what had the focus when an actor was chosen
    let lit = []; // the mentions of the chosen actor
    let at = -1; // which of them the reader is at
    let other = null; // the option of an actor that the list leaves out
    let here = []; // marks of the words last gone to

    const relations = item => ["by", "of", "via"].filter(r => item[r].includes(state.actor));
    const passes = (set, values) => set.size === 0 || values.some(v => set.has(v));
    const filtered = () => state.actor || state.stance || state.sign.size || state.kind.size;

    function shows(item) {
      if (!passes(state.kind, item.kind) || !passes(state.sign, item.sign)) return false;
      return !state.stance || item.stance.includes(state.stance);
    }

    // apply makes the page show what state says.
    function apply() {
      const count = {by: 0, of: 0, via: 0};
      let shown = 0;
      for (const item of items) {
        let show = shows(item);
        const related = state.actor ? relations(item) : [];
        if (state.actor) {
          if (show) for (const r of related) count[r]++;
          show = show && (state.rel ? related.includes(state.rel) : related.length > 0);
        }
        item.hidden = !show;
        if (item.e.hidden === show) item.e.hidden = !show;
        if (related.length) item.e.dataset.rel = related.map(r => form.dataset[r]).join(", ");
        else if (item.e.dataset.rel) delete item.e.dataset.rel;
        if (show) shown++;
      }
      for (const m of marks) m.e.classList.toggle("off", m.items.every(id => byId.has(id) && byId.get(id).hidden));
      for (const b of rel.querySelectorAll("button")) {
        b.setAttribute("aria-pressed", state.rel === b.dataset.rel);
        b.lastElementChild.textContent = count[b.dataset.rel];
        b.hidden = !count[b.dataset.rel];
      }
      for (const g of groups) g.e.hidden = g.items.length > 0 && g.items.every(e => e.hidden);
      for (const b of form.querySelectorAll("[data-filter]")) b.setAttribute("aria-pressed", state[b.dataset.filter].has(b.value));
      for (const s of form.querySelectorAll("[data-set]")) s.value = state[s.dataset.set];
      if (one("[data-set=actor]").selectedIndex < 0) { // an actor that the list leaves out
        if (other) other.remove();
        other = new Option(chosen.textContent, state.actor, true, true);
        one("[data-set=actor]").append(other);
      }
      clear.hidden = !filtered();
      const said = filled(form.dataset.shown, shown, items.length);
      one(".state [role=status]").textContent = state.actor ? chosen.textContent + ": " + said : said;
    }

    // choose shows an actor: the items that concern it, and its mentions.
    function choose(actor, from) {
      const entry = document.getElementById(prefix + actor);
      for (const e of lit) e.classList.remove("on", "here");
      if (!entry) actor = "";
      lit = actor ? [...root.querySelectorAll('.text [data-a~="' + CSS.escape(actor) + '"]')] : [];
      for (const e of lit) e.classList.add("on");
      at = lit.indexOf(from);
      state.actor = actor;
      state.rel = "";
      root.classList.toggle("choosing", actor !== "");
      for (const e of [chosen, who, walk, rel]) e.hidden = !actor;
      if (actor) {
        chosen.textContent = entry.querySelector(".actor").textContent;
        who.textContent = [...entry.querySelectorAll(".kind, .role")].map(e => e.textContent).join(" · ");
        walk.hidden = lit.length === 0;
        one(".at").textContent = filled(form.dataset.mention, Math.max(at + 1, 0) || "–", lit.length);
      }
      apply();
    }

    // show brings an actor before the reader.
    function show(actor, from) {
      if (!state.actor) origin = from;
      choose(actor, from);
      if (!state.actor) return;
      if (wide.matches) panel.scrollIntoView({block: "nearest"});
      panel.scrollTop = 0;
      chosen.focus({preventScroll: true});
      try {
        history.replaceState(null, "", "#" + prefix + actor);
      } catch { /* some places of files have no history */ }
    }

    function reset() {
      state.stance = "";
      state.sign.clear();
      state.kind.clear();
      choose("", null);
    }

    function leave() {
      reset();
      if (origin && origin.isConnected) origin.focus();
      origin = null;
    }

    function mark(id) {
      for (const e of here) e.classList.remove("here");
      here = marks.filter(m => m.items.includes(id)).map(m => m.e);
      for (const e of here) e.classList.add("here");
    }

    function toItem(id) {
      const item = byId.get(id);
      if (item.hidden) reset();
      mark(id);
      if (wide.matches) {
        panel.scrollIntoView({block: "nearest"});
        panel.scrollTop += item.e.getBoundingClientRect().top - panel.getBoundingClientRect().top - 16;
      } else {
        item.e.scrollIntoView({block: "nearest"});
      }
      item.e.focus({preventScroll: true});
    }

    function toWords(e) {
      const id = e.classList.contains("tag") ? e.id.slice(prefix.length + 2) : "";
      mark(id);
      e.scrollIntoView({block: "center"});
      e.focus({preventScroll: true});
    }

    function step(by) {
      if (!lit.length) return;
      if (at >= 0) lit[at].classList.remove("here");
      at = at < 0 && by < 0 ? lit.length - 1 : (at + by + lit.length) % lit.length;
      lit[at].classList.add("here");
      lit[at].scrollIntoView({block: "center"});
      one(".at").textContent = filled(form.dataset.mention, at + 1, lit.length);
    }

    root.addEventListener("click", event => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target.closest("a");
      if (link) {
        const href = link.getAttribute("href");
        if (!href.startsWith("#")) return;
        const to = target(href);
        if (!to || !root.contains(to)) return;
        if (to.classList.contains("entry")) show(to.id.slice(prefix.length), link);
        else if (to.classList.contains("item")) toItem(to.id.slice(prefix.length));
        else if (to.closest(".text")) toWords(to);
        else return;
        event.preventDefault();
        return;
      }
      if (event.target.closest(".controls") || !getSelection().isCollapsed) return;
      const piece = event.target.closest(".text [data-a], .text [data-i]");
      if (!piece) return;
      if (piece.dataset.a) show(words(piece, "data-a").pop(), piece);
      else if (!piece.classList.contains("off")) {
        const ids = words(piece, "data-i");
        toItem(ids.find(id => id.startsWith("q")) || ids[0]);
      }
    });

    form.addEventListener("click", event => {
      const b = event.target.closest("button");
      if (!b) return;
      if (b.dataset.walk) return step(Number(b.dataset.walk));
      if ("clear" in b.dataset) return leave();
      if (b.dataset.rel) state.rel = state.rel === b.dataset.rel ? "" : b.dataset.rel;
      const set = state[b.dataset.filter];
      if (set && !set.delete(b.value)) set.add(b.value);
      apply();
    });

    form.addEventListener("change", event => {
      if (event.target.dataset.set === "actor") {
        if (!state.actor) origin = event.target;
        choose(event.target.value, null);
      } else if (event.target.dataset.set === "stance") {
        state.stance = event.target.value;
        apply();
      }
    });

    form.addEventListener("submit", event => event.preventDefault());

    root.addEventListener("keydown", event => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const item = event.target.closest(".item");
      if (event.key === "Escape") {
        if (filtered()) leave();
        else if (item) toWords(document.getElementById(prefix + "t-" + item.id.slice(prefix.length)) || item);
        else return;
      } else if (item && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        const seen = items.filter(i => !i.hidden);
        const next = seen[seen.findIndex(i => i.e === item) + (event.key === "ArrowDown" ? 1 : -1)];
        if (next) toItem(next.id);
      } else return;
      event.preventDefault();
    });

    form.hidden = false;
    apply();
    return {root, prefix, choose};
  }

  // index makes a list of articles answer to its form.
  function index(form) {
    const list = form.parentElement.querySelector(".pages");
    const rows = [...list.children].map(e => ({
      e, text: e.textContent.toLowerCase(), title: e.querySelector(".title").textContent.trim(), ...e.dataset,
    }));
    const [find, source, sort] = form.querySelectorAll("input, select");
    const text = (a, b) => a.localeCompare(b);
    const orders = {
      new: () => 0,
      old: (a, b) => text(a.date, b.date),
      title: (a, b) => text(a.title, b.title),
      source: (a, b) => text(a.source, b.source),
      quotes: (a, b) => b.quotes - a.quotes,
      positions: (a, b) => b.positions - a.positions,
    };
    function apply() {
      const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        row.e.hidden = source.selectedIndex > 0 && row.source !== source.value || !wanted.every(w => row.text.includes(w));
        if (!row.e.hidden) shown++;
      }
      form.querySelector("[role=status]").textContent = filled(form.dataset.shown, shown, rows.length);
    }
    form.addEventListener("input", apply);
    form.addEventListener("submit", event => event.preventDefault());
    sort.addEventListener("change", () => list.append(...[...rows].sort(orders[sort.value]).map(row => row.e)));
    form.hidden = false;
    apply();
  }

  const articles = [...document.querySelectorAll(".article")];
  const readers = new Map();
  const site = document.body.classList.contains("site");

  // open shows the article of the address; of several on one page only that one.
  function open() {
    const to = location.hash ? target(location.hash) : null;
    const root = to && to.closest(".article");
    if (site) for (const a of articles) a.hidden = a !== root;
    if (!root) return;
    if (!readers.has(root)) readers.set(root, reader(root));
    const r = readers.get(root);
    if (to.classList.contains("entry")) r.choose(to.id.slice(r.prefix.length), null);
    if (site) to.scrollIntoView();
  }

  for (const form of document.querySelectorAll(".find")) index(form);
  if (!site) for (const a of articles) readers.set(a, reader(a));
  addEventListener("hashchange", open);
  open();
})();
