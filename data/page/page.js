"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const el = (tag, more = {}, ...inside) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(more)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (name === "className") made.className = value;
      else made.setAttribute(name, value);
    }
    made.append(...inside); // texts become text nodes: nothing of the data is read as HTML
    return made;
  };
  const { entities, relations, evidence, rules } = data;
  const facts = data.facts.map(([s, r, o, basis, start, end, detail, rule, cited]) => ({ s, r, o, basis, start, end, detail, rule, cited }));
  const membership = new Set(data.memberships);
  const denies = (fact) => /^(non-|absence)/.test(relations[fact.r][0]);
  const factsOf = entities.map(() => []);
  for (const fact of facts) {
    factsOf[fact.s].push(fact);
    if (typeof fact.o === "number" && fact.o !== fact.s) factsOf[fact.o].push(fact);
  }
  const shortName = (i) => entities[i].short || entities[i].label || entities[i].id;
  const MANY = 1500; // lines; more are a texture, and slow: then only those of the chosen entity are drawn
  const PAGE = 200; // rows of a table shown at once
  const SIDE = 14; // rows of the matrix that fit beside the picture
  const state = { query: "", year: null, chosen: -1, sort: 0, down: false, rows: PAGE };
  const has = (name, values) => new Set(values.filter((value) => !name.includes(value)));
  const present = [...new Set(entities.map((e) => e.kind))];
  const kinds = has(data.background, present);
  const bases = new Set([...data.bases, ...facts.map((f) => f.basis)]);
  const compare = new Intl.Collator(undefined, { numeric: true }).compare;

  // What is shown

  const holds = (fact) => {
    if (state.year === null) return true;
    const year = String(state.year).padStart(4, "0");
    return (!fact.start || fact.start.slice(0, 4) <= year) && (!fact.end || fact.end.slice(0, 4) >= year);
  };
  const kindShown = (i) => kinds.has(entities[i].kind);
  const shown = (fact) => bases.has(fact.basis) && holds(fact);
  const names = entities.map((e) => [e.label, e.short, e.id, e.code, ...(e.also || [])].join("\n").toLocaleLowerCase());
  const matches = (i) => !state.query || names[i].includes(state.query);
  let current = [];

  // The picture

  const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const SHAPES = { state: "ellipse", body: "round-rectangle", event: "hexagon", person: "triangle", group: "triangle", place: "diamond", conflict: "octagon" };
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const colourOf = (kind) => colour({ group: "person" }[kind] || (SHAPES[kind] ? kind : "other"));
  const style = () => [
    { selector: "node", style: {
      label: "data(name)", shape: (n) => SHAPES[n.data("kind")] || "rectangle", "background-color": (n) => colourOf(n.data("kind")),
      width: "data(size)", height: "data(size)", color: colour("ink"), "font-size": "data(font)", "font-family": "system-ui, sans-serif",
      "text-valign": "bottom", "text-margin-y": 3, "text-wrap": "wrap", "text-max-width": 120, "min-zoomed-font-size": 7,
      "text-outline-color": colour("paper"), "text-outline-width": 2 } },
    { selector: "edge", style: {
      width: 1.3, "line-color": colour("edge"), "curve-style": "haystack", opacity: 0.75 } },
    { selector: "edge[basis = 'derived']", style: { "line-style": "dashed" } },
    { selector: "edge[basis = 'planned']", style: { "line-style": "dotted" } },
    { selector: "edge[basis = 'claimed']", style: { "line-style": "dotted" } },
    { selector: "edge[?denied]", style: { "line-color": colour("denied"), "line-style": "dashed" } },
    { selector: ".faded", style: { opacity: 0.18 } },
    { selector: ".chosen", style: { "border-width": 4, "border-color": colour("ink"), "z-index": 9 } },
    { selector: "edge.near", style: { width: 2.5, opacity: 1 } },
    { selector: "node.near", style: { "min-zoomed-font-size": 0, "z-index": 8 } },
  ];
  const cy = cytoscape({
    container: $("canvas"), style: style(), layout: { name: "preset" }, minZoom: 0.02, maxZoom: 4, autounselectify: true,
    textureOnViewport: entities.length > 600, hideEdgesOnViewport: facts.length > 3000, pixelRatio: entities.length > 600 ? 1 : "auto",
    elements: entities.map((e, i) => {
      const ties = Math.sqrt(factsOf[i].length);
      return { data: { id: `n${i}`, i, name: e.short || e.label || e.id, kind: e.kind, size: Math.min(46, 14 + 3 * ties), font: Math.min(22, 10 + ties) }, position: { x: e.x, y: e.y } };
    }),
  });
  const nodes = entities.map((_, i) => cy.getElementById(`n${i}`));
  const restyle = () => cy.style(style());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
  addEventListener("beforeprint", () => { restyle(); cy.resize(); cy.fit(cy.nodes(":visible"), 20); });
  addEventListener("afterprint", () => { restyle(); cy.resize(); });
  cy.on("tap", "node", (event) => choose(event.target.data("i")));
  cy.on("mouseover", "node", (event) => { $("canvas").title = entities[event.target.data("i")].label; });
  cy.on("mouseout", "node", () => $("canvas").removeAttribute("title"));
  const zoom = (by) => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  const fit = () => cy.fit(cy.nodes(":visible"), 30);

  const drawPicture = () => {
    const pairs = new Map();
    for (const fact of current) {
      if (typeof fact.o === "number" && fact.o !== fact.s && kindShown(fact.s) && kindShown(fact.o)) pairs.set(`${fact.s}-${fact.r}-${fact.o}`, fact);
    }
    const many = pairs.size > MANY;
    $("lines-label").hidden = !many;
    const all = !many || $("lines").checked;
    const tied = new Set();
    const edges = [];
    for (const [key, fact] of pairs) {
      tied.add(fact.s).add(fact.o);
      const mine = fact.s === state.chosen || fact.o === state.chosen;
      if (all || mine) edges.push({ data: { id: `e${key}`, source: `n${fact.s}`, target: `n${fact.o}`, basis: fact.basis, denied: denies(fact) }, classes: mine ? "near" : "" });
    }
    cy.batch(() => {
      cy.edges().remove();
      cy.add(edges);
      nodes.forEach((node, i) => {
        const there = kindShown(i) && (tied.has(i) || i === state.chosen || entities.length < 2);
        node.style("display", there ? "element" : "none");
        node.toggleClass("faded", !matches(i)).toggleClass("chosen", i === state.chosen).removeClass("near");
      });
      if (state.chosen >= 0) {
        const around = nodes[state.chosen].closedNeighborhood();
        if (!state.query) cy.elements().not(around).addClass("faded");
        around.nodes().addClass("near");
      }
    });
  };

  // The list

  const drawList = () => {
    const found = entities.map((_, i) => i).filter((i) => kindShown(i) && matches(i)).sort((a, b) => compare(entities[a].label, entities[b].label));
    const at = found.includes(state.chosen) ? state.chosen : found[0];
    $("list").replaceChildren(...found.map((i) => el("li", { role: "option", "data-i": i, "aria-selected": i === state.chosen, tabindex: i === at ? 0 : -1 },
      el("span", {}, entities[i].label), el("small", {}, entities[i].kind || "other"))));
    $("count").textContent = found.length;
    return found.length;
  };
  const move = (option) => {
    if (!option) return;
    for (const other of $("list").querySelectorAll('[tabindex="0"]')) other.tabIndex = -1;
    option.tabIndex = 0;
    option.focus();
  };
  $("list").addEventListener("click", (event) => {
    const option = event.target.closest("[data-i]");
    if (option) { choose(Number(option.dataset.i)); move($("list").querySelector(`[data-i="${option.dataset.i}"]`)); }
  });
  $("list").addEventListener("focus", () => move($("list").querySelector('[tabindex="0"]')));
  $("list").addEventListener("keydown", (event) => {
    const at = event.target.closest("[data-i]");
    const steps = { ArrowDown: () => at.nextElementSibling, ArrowUp: () => at.previousElementSibling, Home: () => $("list").firstElementChild, End: () => $("list").lastElementChild };
    if (!at) return;
    if (steps[event.key]) move(steps[event.key]());
    else if (event.key === "Enter" || event.key === " ") { choose(Number(at.dataset.i)); move($("list").querySelector(`[data-i="${at.dataset.i}"]`)); }
    else return;
    event.preventDefault();
  });

  // The card

  const quotes = (cited) => cited.map((n) => {
    const [quote, paragraph, source] = evidence[n];
    const where = [paragraph ? `paragraph ${paragraph}` : "", source].filter(Boolean).join(", ");
    return quote ? el("blockquote", {}, `“${quote}”`, el("cite", {}, where)) : el("cite", {}, `Source: ${where}`);
  });
  const span = (fact) => (fact.start || fact.end ? `${fact.start || "?"} to ${fact.end || "now or not said"}` : "");
  const sentence = (fact, from) => {
    const other = fact.s === from ? fact.o : fact.s;
    const words = relations[fact.r][fact.s === from ? 1 : 2];
    const link = typeof other === "number" ? el("button", { type: "button", onclick: () => { choose(other); $("card-heading").focus(); } }, entities[other].label || entities[other].id) : other;
    const notes = [fact.basis, fact.detail, span(fact)].filter(Boolean).join(", ");
    const rule = fact.rule >= 0 ? [el("div", { className: "note" }, rules[fact.rule])] : [];
    return el("li", { className: denies(fact) ? "denied" : "" }, `${words} `, link, el("span", { className: "basis" }, ` (${notes})`), ...rule, ...quotes(fact.cited));
  };
  const drawCard = () => {
    if (state.chosen < 0) return;
    const e = entities[state.chosen];
    const mine = factsOf[state.chosen].filter(shown);
    const also = [e.short, e.code, ...(e.also || [])].filter(Boolean).join(", ");
    const LONG = 300;
    $("card-heading").textContent = e.label || e.id;
    $("card-body").replaceChildren(
      el("p", { className: "basis" }, [e.kind || "other", e.basis].filter(Boolean).join(", ") + (also ? ` · also ${also}` : "")),
      ...(e.says ? [el("p", {}, e.says)] : []), ...quotes(e.cited || []),
      el("ul", {}, ...mine.slice(0, LONG).map((fact) => sentence(fact, state.chosen))),
      ...(mine.length > LONG ? [el("p", {}, `${mine.length - LONG} more: narrow the year or the filters.`)] : []),
      ...(mine.length ? [] : [el("p", {}, "Nothing that the filters leave.")]));
  };
  function choose(i, quiet = false) {
    state.chosen = i;
    drawPicture(); drawCard(); drawMatrix(); drawListSelection();
    $("card").scrollTop = 0;
    say(`${entities[i].label} chosen: ${factsOf[i].filter(shown).length} facts`);
    try { history.replaceState(null, "", `#${encodeURIComponent(entities[i].id)}`); } catch { /* from disk, some browsers forbid it */ }
    const box = nodes[i].visible() && nodes[i].renderedPosition();
    if (!quiet && box && (box.x < 0 || box.y < 0 || box.x > cy.width() || box.y > cy.height())) cy.animate({ center: { eles: nodes[i] }, duration: reduced ? 0 : 200 });
  }
  const drawListSelection = () => {
    for (const option of $("list").children) option.setAttribute("aria-selected", Number(option.dataset.i) === state.chosen);
  };

  // Overlap

  const drawMatrix = () => {
    const by = $("by").value, measure = $("measure").value, sets = new Map();
    for (const fact of current) {
      if (!membership.has(fact.r) || fact.detail || (by === "state" && entities[fact.s].kind !== "state")) continue;
      const [row, item] = by === "state" ? [fact.s, fact.o] : [fact.o, fact.s];
      if (typeof row === "number" && kindShown(row)) sets.set(row, (sets.get(row) || new Set()).add(item));
    }
    const shared = (a, b) => [...sets.get(a)].filter((item) => sets.get(b).has(item));
    let rows = [...sets.keys()].sort((a, b) => sets.get(b).size - sets.get(a).size || compare(entities[a].label, entities[b].label));
    if (sets.has(state.chosen)) {
      const near = new Map(rows.map((row) => [row, row === state.chosen ? Infinity : shared(state.chosen, row).length]));
      rows.sort((a, b) => (near.get(a) === near.get(b) ? 0 : near.get(b) - near.get(a)));
    }
    const all = rows.length;
    rows = rows.slice(0, SIDE);
    const value = (a, b) => { const n = shared(a, b).length; return measure === "shared" ? n : n / (sets.get(a).size + sets.get(b).size - n); };
    const top = Math.max(1e-9, ...rows.flatMap((a) => rows.filter((b) => b !== a).map((b) => value(a, b))));
    const print = (n) => (measure === "shared" ? String(n) : n ? n.toFixed(2).replace(/^0/, "") : "0");
    const code = (i) => entities[i].code || entities[i].short || entities[i].label;
    const open = (a, b) => {
      const both = shared(a, b).map((i) => (typeof i === "number" ? entities[i].label : i)).sort(compare);
      $("pair").textContent = `${entities[a].label} and ${entities[b].label}: ${both.length} in common${both.length ? `: ${both.join(", ")}` : ""}.`;
    };
    const cell = (a, b, r, c) => {
      const n = value(a, b), level = n ? Math.min(5, 1 + Math.floor((4.999 * n) / top)) : 0;
      return a === b ? el("td", { className: "self", tabindex: -1, title: entities[a].label }, print(measure === "shared" ? sets.get(a).size : 1))
        : el("td", { className: `v${level}`, tabindex: r === 0 && c === 1 ? 0 : -1, title: `${entities[a].label} and ${entities[b].label}`, onclick: () => open(a, b) }, print(n));
    };
    $("overlap-note").textContent = rows.length < 2 ? "No two have memberships here." : all > rows.length
      ? `${rows.length} of ${all}: ${sets.has(state.chosen) ? `those closest to ${entities[state.chosen].label}` : "those with the most"}. Arrow keys move, Enter tells what is shared.`
      : "Arrow keys move in the matrix, Enter tells what is shared.";
    $("pair").textContent = "";
    $("matrix").replaceChildren(...(rows.length < 2 ? [] : [el("table", { role: "grid", "aria-labelledby": "overlap-heading" },
      el("thead", {}, el("tr", {}, el("td", {}), ...rows.map((i) => el("th", { scope: "col", title: entities[i].label }, code(i))))),
      el("tbody", {}, ...rows.map((a, r) => el("tr", {}, el("th", { scope: "row", title: entities[a].label }, shortName(a)), ...rows.map((b, c) => cell(a, b, r, c))))))]));
  };
  $("matrix").addEventListener("keydown", (event) => {
    const at = event.target.closest("td");
    if (!at) return;
    const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key] || [0, 0];
    if (event.key === "Enter" || event.key === " ") at.click();
    else if (dx || dy) {
      const row = at.parentElement.parentElement.rows[at.parentElement.rowIndex - 1 + dy];
      const next = row && row.cells[at.cellIndex + dx];
      if (next && next.tagName === "TD") { at.tabIndex = -1; next.tabIndex = 0; next.focus(); }
    } else return;
    event.preventDefault();
  });

  // The table of memberships

  const COLUMNS = ["Member", "Body", "Role", "Start", "End", "Basis", "Evidence"];
  const nameOf = (end) => (typeof end === "number" ? entities[end].label || entities[end].id : end);
  const told = (fact) => fact.cited.map((n) => (evidence[n][0] ? `“${evidence[n][0]}” (${[evidence[n][1] ? `paragraph ${evidence[n][1]}` : "", evidence[n][2]].filter(Boolean).join(", ")})` : evidence[n][2])).join(" ");
  const cells = (fact) => [nameOf(fact.s), nameOf(fact.o), fact.detail || "full member", fact.start, fact.end, fact.basis, told(fact)];
  let table = [];
  const drawTable = () => {
    table = current.filter((f) => membership.has(f.r) && kindShown(f.s) && (typeof f.o !== "number" || kindShown(f.o)) && (matches(f.s) || (typeof f.o === "number" && matches(f.o)))).map((f) => [cells(f), f]);
    table.sort(([a], [b]) => (state.down ? -1 : 1) * compare(a[state.sort], b[state.sort]) || compare(a[0], b[0]) || compare(a[1], b[1]));
    const heads = COLUMNS.map((name, n) => el("th", { scope: "col", "aria-sort": n !== state.sort ? "none" : state.down ? "descending" : "ascending" },
      el("button", { type: "button", onclick: () => { state.down = n === state.sort && !state.down; state.sort = n; drawTable(); $("table").querySelectorAll("th button")[n].focus(); } }, name)));
    const link = (end, text) => (typeof end === "number" ? el("button", { type: "button", onclick: () => { choose(end); $("card-heading").focus(); } }, text) : text);
    $("table").replaceChildren(el("table", {}, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...table.slice(0, state.rows).map(([row, fact]) =>
      el("tr", {}, ...row.map((text, n) => el("td", {}, n === 0 ? link(fact.s, text) : n === 1 ? link(fact.o, text) : text)))))));
    $("rows").textContent = table.length > state.rows ? `${state.rows} of ${table.length} rows` : `${table.length} rows`;
    $("more").hidden = table.length <= state.rows;
  };
  // A spreadsheet runs a cell that begins with one of these signs; a quote before it keeps it text.
  const safe = (text) => text.replace(/[\t\r\n]+/g, " ").replace(/^(?=[=+@]|-(?![\d.]*$))/, "'");
  const copy = async () => {
    const text = [COLUMNS, ...table.map(([row]) => row)].map((row) => row.map(safe).join("\t")).join("\n") + "\n";
    let done = false;
    try { await navigator.clipboard.writeText(text); done = true; } catch {
      const area = el("textarea", { "aria-label": "The table as text" });
      area.value = text;
      document.body.append(area);
      area.select();
      done = document.execCommand("copy"); // a file opened from disk may have no other way
      area.remove();
      $("copy").focus();
    }
    $("copied").textContent = done ? `${table.length} rows copied, for a spreadsheet.` : "The browser did not let the page copy.";
  };

  // All together

  const say = (text) => { $("status").textContent = text; };
  const update = () => {
    current = facts.filter(shown);
    state.rows = PAGE;
    const found = drawList();
    drawPicture(); drawMatrix(); drawTable(); drawCard();
    const at = state.year === null ? "any date" : String(state.year);
    $("year-shown").textContent = at;
    $("year").setAttribute("aria-valuetext", at);
    say(`${found} entities and ${current.length} facts${data.years ? `, ${at}` : ""}`);
  };
  let waiting = 0;
  const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(update); };
  const check = (set, value, words, key) => {
    const box = el("input", { type: "checkbox", value, onchange: () => { if (box.checked) set.add(value); else set.delete(value); soon(); } });
    box.checked = set.has(value);
    return el("label", { className: "check" }, box, el("span", { className: key }, words));
  };
  $("kinds").append(...Object.keys(data.kinds).filter((kind) => present.includes(kind)).map((kind) => check(kinds, kind, data.kinds[kind], `key ${kind}`)));
  $("bases").append(...[...bases].map((basis) => check(bases, basis, basis, "")));
  $("legend").append(...["stated", "derived", "planned or claimed", "denied"].map((word) => el("span", { className: `key line ${word.split(" ")[0]}` }, word)));
  $("about").textContent = [`${entities.length} entities, ${facts.length} facts`, data.only ? `at ${data.only}` : `as of ${data.asOf}`].join(", ");
  if (data.years) {
    const [from, to] = data.years, own = Number.parseInt(data.asOf, 10);
    Object.assign($("year"), { min: from, max: to });
    $("year").value = Math.min(to, Math.max(from, own));
    $("any").checked = data.any;
    $("when").hidden = false;
    if (!data.any) state.year = own;
    $("year").addEventListener("input", () => { $("any").checked = false; state.year = Number($("year").value); soon(); });
    $("any").addEventListener("change", () => { state.year = $("any").checked ? null : Number($("year").value); soon(); });
  }
  $("search").addEventListener("input", () => { state.query = $("search").value.trim().toLocaleLowerCase(); soon(); });
  $("search").addEventListener("keydown", (event) => {
    const first = $("list").firstElementChild;
    if (event.key === "ArrowDown") { move(first); event.preventDefault(); }
    if (event.key === "Enter" && first) choose(Number(first.dataset.i));
  });
  $("closer").addEventListener("click", () => zoom(1.4));
  $("farther").addEventListener("click", () => zoom(1 / 1.4));
  $("fit").addEventListener("click", fit);
  $("lines").addEventListener("change", drawPicture);
  for (const id of ["by", "measure"]) $(id).addEventListener("change", drawMatrix);
  $("more").addEventListener("click", () => { state.rows += 5 * PAGE; drawTable(); });
  $("copy").addEventListener("click", copy);
  if (innerWidth < 700) $("filters").open = false;
  update();
  fit();
  const asked = decodeURIComponent(location.hash.slice(1));
  const first = asked ? entities.findIndex((e) => e.id === asked) : -1;
  if (first >= 0) choose(first, true);
  document.documentElement.dataset.ready = "yes";
  window.blocsPage = { cy };
})();
