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
  const MANY = 2000; // lines; more are a texture, and slow: then only those of the chosen entity are drawn
  const PAGE = 200; // rows of a table shown at once
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
  const SHAPES = {
    state: "ellipse", body: "round-rectangle", event: "hexagon", person: "triangle", group: "pentagon", place: "diamond",
    conflict: "octagon", document: "rectangle", statement: "tag",
  };
  const COLOURED = ["state", "body", "event", "person", "group", "place", "conflict"];
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const colourOf = (kind) => colour(kind === "group" ? "person" : COLOURED.includes(kind) ? kind : "other");
  const style = () => [
    ...present.map((kind) => ({ selector: `node[kind = "${kind}"]`, style: { shape: SHAPES[kind] || "rectangle", "background-color": colourOf(kind) } })),
    { selector: "node", style: {
      label: "data(label)",
      width: "data(size)", height: "data(size)", color: colour("ink"), "font-size": "data(font)", "font-family": "system-ui, sans-serif",
      "text-valign": "data(v)", "text-halign": "data(h)", "text-wrap": "wrap", "text-max-width": 9999, "text-justification": "center",
      "text-outline-color": colour("paper"), "text-outline-width": "data(halo)", "text-outline-opacity": 0.9 } },
    { selector: "edge", style: { width: "data(width)", "line-color": colour("edge"), "curve-style": "haystack", opacity: 0.75 } },
    { selector: "edge[basis = 'derived']", style: { "line-style": "dashed" } },
    { selector: "edge[basis = 'planned']", style: { "line-style": "dotted" } },
    { selector: "edge[basis = 'claimed']", style: { "line-style": "dotted" } },
    { selector: "edge[?denied]", style: { "line-color": colour("denied"), "line-style": "dashed" } },
    { selector: "node.hidden", style: { display: "none" } },
    { selector: "node.faded", style: { opacity: 0.3 } },
    { selector: "edge.faded", style: { opacity: 0.15 } },
    { selector: ".chosen", style: { "border-width": "data(ring)", "border-color": colour("ink"), "z-index": 9 } },
    { selector: "edge.near", style: { opacity: 1 } },
    { selector: "node.near", style: { "z-index": 8 } },
  ];
  const cy = cytoscape({
    container: $("canvas"), style: style(), layout: { name: "preset" }, minZoom: 0.005, maxZoom: 8, autounselectify: true,
    textureOnViewport: entities.length > 600, hideEdgesOnViewport: facts.length > 3000, pixelRatio: entities.length > 600 ? 1 : "auto",
    elements: entities.map((e, i) => ({ data: { id: `n${i}`, i, kind: e.kind, label: "", size: 10, font: 12, halo: 2, ring: 3, v: "bottom", h: "center" }, position: { x: e.x, y: e.y } })),
  });
  const nodes = entities.map((_, i) => cy.getElementById(`n${i}`));
  const restyle = () => cy.style(style());
  const within = (low, value, high) => Math.max(low, Math.min(high, value));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
  addEventListener("beforeprint", () => { restyle(); cy.resize(); fit(); });
  addEventListener("afterprint", () => { restyle(); cy.resize(); fit(); });
  cy.on("tap", "node", (event) => choose(event.target.data("i")));
  cy.on("mouseover", "node", (event) => { $("canvas").title = entities[event.target.data("i")].label; });
  cy.on("mouseout", "node", () => $("canvas").removeAttribute("title"));
  const zoom = (by) => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });

  let lines = 0; // how many there are to draw, drawn or not
  const ties = entities.map(() => 0), classesOf = entities.map(() => "");
  let visible = [];
  const drawPicture = () => {
    const pairs = new Map();
    for (const fact of current) {
      if (typeof fact.o === "number" && fact.o !== fact.s && kindShown(fact.s) && kindShown(fact.o)) pairs.set(`${fact.s}-${fact.r}-${fact.o}`, fact);
    }
    lines = pairs.size;
    const many = lines > MANY, all = !many || $("lines").checked, edges = [];
    $("lines-label").hidden = !many;
    $("undrawn").textContent = all ? "" : `${lines.toLocaleString("en")} lines would be a blot: near each other stands what has much in common. Choose something to see its lines.`;
    ties.fill(0);
    for (const [key, fact] of pairs) {
      ties[fact.s] += 1;
      ties[fact.o] += 1;
      const mine = fact.s === state.chosen || fact.o === state.chosen;
      if (all || mine) edges.push({ data: { id: `e${key}`, source: `n${fact.s}`, target: `n${fact.o}`, basis: fact.basis, denied: denies(fact), width: 1 }, classes: mine ? "near" : "" });
    }
    const near = new Set(state.chosen < 0 ? [] : [state.chosen]);
    for (const { data: { source, target } } of edges) {
      if (source === `n${state.chosen}` || target === `n${state.chosen}`) near.add(Number(source.slice(1))).add(Number(target.slice(1)));
    }
    visible = entities.map((_, i) => i).filter((i) => kindShown(i) && (ties[i] > 0 || i === state.chosen || entities.length < 2));
    const seen = new Set(visible), dim = (i) => !matches(i) || (state.chosen >= 0 && !state.query && !near.has(i));
    for (const edge of edges) {
      edge.data.width = (edge.classes ? 2.2 : many ? 0.35 : 1.2) * unit;
      if (!edge.classes && state.chosen >= 0 && !state.query) edge.classes = "faded";
    }
    cy.batch(() => {
      cy.edges().remove();
      cy.add(edges);
      nodes.forEach((node, i) => {
        const classes = [seen.has(i) ? "" : "hidden", dim(i) ? "faded" : "", i === state.chosen ? "chosen" : "", near.has(i) ? "near" : ""].filter(Boolean).join(" ");
        if (classesOf[i] !== classes) { node.classes(classes); classesOf[i] = classes; }
      });
    });
    if (arranged !== layoutWanted()) fit();
    else dress();
  };

  // Where everything stands. What is hidden at first has no say in the first layout.
  let arranged = "", unit = 1;
  const layoutWanted = () => (data.background.some((kind) => kinds.has(kind)) ? "whole" : "first");
  const standing = (i, layout) => (layout === "whole" && "x2" in entities[i] ? [entities[i].x2, entities[i].y2] : [entities[i].x, entities[i].y]);
  const MARGIN = 46;
  const fit = () => {
    const seen = visible, width = cy.width() || 600, height = cy.height() || 400;
    arranged = layoutWanted();
    if (!seen.length) return;
    let at = entities.map((_, i) => standing(i, arranged));
    const extent = (axis) => [Math.min(...seen.map((i) => at[i][axis])), Math.max(...seen.map((i) => at[i][axis]))];
    const wide = () => (extent(0)[1] - extent(0)[0] + 1) / (extent(1)[1] - extent(1)[0] + 1);
    // A layout by springs has no up and down: it is turned and stretched a little, to fill the frame.
    if (wide() > 1.2 && height > width) at = at.map(([x, y]) => [y, x]);
    const stretch = seen.length > 2 ? within(0.65, (width / height) / wide(), 1.55) : 1;
    at = at.map(([x, y]) => [x * stretch, y]);
    const [left, right] = extent(0), [top, bottom] = extent(1);
    const level = within(0.005, Math.min((width - 2 * MARGIN) / (right - left + 1), (height - 2 * MARGIN) / (bottom - top + 1)), 3);
    unit = 1 / level;
    cy.edges().forEach((edge) => { edge.data("width", (edge.hasClass("near") ? 2.2 : lines > MANY ? 0.35 : 1.2) * unit); });
    cy.batch(() => at.forEach(([x, y], i) => nodes[i].position({ x, y })));
    cy.viewport({ zoom: level, pan: { x: width / 2 - (level * (left + right)) / 2, y: height / 2 - (level * (top + bottom)) / 2 } });
    dress();
  };

  // Sizes and labels are made for the screen: as large at every zoom, and as many as do not hide each other.
  const FONT = 12, LINE = 14, WIDEST = 110;
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${FONT}px system-ui, sans-serif`;
  const fold = (text) => {
    const folded = [];
    let line = "";
    for (const word of text.split(/\s+/)) {
      const longer = line ? `${line} ${word}` : word;
      if (line && pen.measureText(longer).width > WIDEST) { folded.push(line); line = word; } else line = longer;
    }
    folded.push(line);
    const some = folded.length > 3 ? [...folded.slice(0, 2), `${folded[2]} …`] : folded;
    return { text: some.join("\n"), width: Math.max(...some.map((one) => pen.measureText(one).width)), height: some.length * LINE };
  };
  const labels = entities.map((e) => fold(e.short || e.label || e.id || ""));
  const sizes = entities.map(() => 10), labelled = new Map();
  const dress = () => {
    const seen = visible, apart = Math.sqrt((cy.width() * cy.height()) / (seen.length + 1));
    const large = within(7, 0.4 * apart, 26), most = Math.max(1, ...seen.map((i) => ties[i]));
    const pixels = (i) => large * (0.42 + 0.58 * Math.sqrt(ties[i] / most)) + (i === state.chosen ? 6 : 0);
    cy.batch(() => {
      for (const i of seen) {
        const size = pixels(i) * unit;
        if (sizes[i] !== size) { nodes[i].data({ size, ring: 3 * unit }); sizes[i] = size; }
      }
    });
    placeLabels();
  };
  const CELL = 64;
  const placeLabels = () => {
    const level = cy.zoom(), { x: panX, y: panY } = cy.pan(), grid = new Map();
    const cells = function* (box) {
      for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x += 1)
        for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y += 1) yield `${x} ${y}`;
    };
    const take = (box, i) => { for (const cell of cells(box)) { if (!grid.has(cell)) grid.set(cell, []); grid.get(cell).push([box, i]); } };
    const free = (box, i) => {
      for (const cell of cells(box)) for (const [other, j] of grid.get(cell) || []) {
        if (i !== j && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return false;
      }
      return true;
    };
    const seen = visible.map((i) => {
      const { x, y } = nodes[i].position(), half = (sizes[i] * level) / 2;
      const rank = (i === state.chosen ? 1e9 : 0) + (/near/.test(classesOf[i]) ? 1e6 : 0) + (/faded/.test(classesOf[i]) ? -1e6 : 0) + ties[i];
      return { i, x: x * level + panX, y: y * level + panY, half, rank };
    });
    for (const { i, x, y, half } of seen) take([x - half, y - half, x + half, y + half], i);
    seen.sort((a, b) => b.rank - a.rank || a.i - b.i);
    cy.batch(() => {
      for (const { i, x, y, half, rank } of seen) {
        const { text, width, height } = labels[i], gap = half + 3;
        const places = [
          ["bottom", "center", [x - width / 2, y + gap, x + width / 2, y + gap + height]],
          ["top", "center", [x - width / 2, y - gap - height, x + width / 2, y - gap]],
          ["center", "right", [x + gap, y - height / 2, x + gap + width, y + height / 2]],
          ["center", "left", [x - gap - width, y - height / 2, x - gap, y + height / 2]],
        ];
        const inside = (box) => box[0] > 0 && box[1] > 0 && box[2] < cy.width() && box[3] < cy.height();
        const place = rank < -1e5 && seen.length > 200 ? undefined : places.find(([, , box]) => inside(box) && free(box, i)) || (i === state.chosen ? places[0] : undefined);
        if (place) take(place[2], i);
        const now = place ? `${place[0]} ${place[1]} ${level}` : "";
        if ((labelled.get(i) || "") !== now) nodes[i].data(place ? { label: text, v: place[0], h: place[1], font: FONT / level, halo: 2 / level } : { label: "" });
        labelled.set(i, now);
      }
    });
  };
  let settling = 0;
  cy.on("viewport", () => { clearTimeout(settling); settling = setTimeout(placeLabels, 90); });
  cy.on("free", "node", placeLabels);
  new ResizeObserver(() => { cy.resize(); fit(); }).observe($("canvas"));

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
  const span = (fact) => (fact.start && fact.end ? `${fact.start} to ${fact.end}` : fact.start ? `since ${fact.start}` : fact.end ? `until ${fact.end}` : "");
  const link = (i, text) => el("a", { href: `#${encodeURIComponent(entities[i].id)}`, onclick: (event) => { event.preventDefault(); choose(i); $("card-heading").focus(); } }, text);
  const quoted = (fact) => fact.cited.some((n) => evidence[n][0]);
  const sentence = (fact, from, said) => {
    const other = fact.s === from ? fact.o : fact.s;
    const words = relations[fact.r][fact.s === from ? 1 : 2];
    const notes = [fact.basis, fact.detail, span(fact)].filter(Boolean).join(", ");
    const rule = fact.rule >= 0 ? [el("div", { className: "note" }, rules[fact.rule])] : [];
    return el("li", { className: denies(fact) ? "denied" : "" }, `${words} `, typeof other === "number" ? link(other, nameOf(other)) : other,
      el("span", { className: "basis" }, ` (${notes})`), ...rule, ...(said ? [] : quotes(fact.cited)));
  };
  const drawCard = () => {
    $("card").classList.toggle("empty", state.chosen < 0);
    if (state.chosen < 0) return;
    const e = entities[state.chosen];
    const mine = factsOf[state.chosen].filter(shown);
    const also = [e.short, e.code, ...(e.also || [])].filter(Boolean).join(", ");
    const LONG = 300;
    // A table is the source of hundreds of facts: it is named once.
    const tables = new Set(mine.filter((fact) => !quoted(fact)).flatMap((fact) => fact.cited)), once = tables.size === 1;
    $("card-heading").textContent = e.label || e.id;
    $("card-body").replaceChildren(
      el("p", { className: "basis" }, [e.kind || "other", e.basis].filter(Boolean).join(", ") + (also ? ` · also ${also}` : "")),
      ...(e.says ? [el("p", {}, e.says)] : []), ...quotes(e.cited || []), ...(once ? [el("p", { className: "note" }, `Source: ${evidence[[...tables][0]][2]}`)] : []),
      el("ul", {}, ...mine.slice(0, LONG).map((fact) => sentence(fact, state.chosen, once && !quoted(fact)))),
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

  // Each after the one that it is most like, so that blocks of like ones stand out.
  const alike = (rows, value) => {
    const left = [...rows], chain = left.splice(0, 1);
    while (left.length) {
      const last = chain[chain.length - 1];
      let best = 0;
      left.forEach((row, n) => { if (value(last, row) > value(last, left[best])) best = n; });
      chain.push(...left.splice(best, 1));
    }
    return chain;
  };
  const drawMatrix = () => {
    const by = $("by").value, measure = $("measure").value, sets = new Map();
    for (const fact of current) {
      if (!membership.has(fact.r) || fact.detail || (by === "state" && entities[fact.s].kind !== "state")) continue;
      const [row, item] = by === "state" ? [fact.s, fact.o] : [fact.o, fact.s];
      if (typeof row === "number" && kindShown(row)) sets.set(row, (sets.get(row) || new Set()).add(item));
    }
    const shared = (a, b) => [...sets.get(a)].filter((item) => sets.get(b).has(item));
    const jaccard = (a, b) => { const n = shared(a, b).length; return n / (sets.get(a).size + sets.get(b).size - n); };
    const value = (a, b) => (measure === "shared" ? shared(a, b).length : jaccard(a, b));
    let rows = [...sets.keys()].sort((a, b) => sets.get(b).size - sets.get(a).size || compare(entities[a].label, entities[b].label));
    const all = rows.length;
    if (sets.has(state.chosen)) {
      const near = new Map(rows.map((row) => [row, row === state.chosen ? Infinity : jaccard(state.chosen, row)]));
      rows.sort((a, b) => (near.get(a) === near.get(b) ? 0 : near.get(b) - near.get(a)));
    }
    const digits = measure === "shared" ? String(Math.max(0, ...rows.map((row) => sets.get(row).size))).length : 3;
    const side = within(6, Math.floor(($("matrix").clientWidth - 104) / Math.max(22, 10 + 7 * digits)), 24); // as fit beside the picture
    rows = alike(rows.slice(0, side), value);
    const values = rows.flatMap((a) => rows.filter((b) => b !== a).map((b) => value(a, b)));
    const top = Math.max(...values), low = Math.min(...values);
    const levelOf = (n) => (n <= 0 ? 0 : top > low ? 1 + Math.floor((4.999 * (n - low)) / (top - low)) : 3);
    const print = (n) => (measure === "shared" ? String(n) : n ? n.toFixed(2).replace(/^0/, "") : "0");
    const code = (i) => entities[i].code || entities[i].short || entities[i].label;
    const open = (a, b) => {
      const both = shared(a, b).map((i) => (typeof i === "number" ? entities[i].label : i)).sort(compare);
      $("pair").textContent = `${entities[a].label} and ${entities[b].label}: ${both.length} in common${both.length ? `: ${both.join(", ")}` : ""}.`;
    };
    const cell = (a, b, r, c) => {
      const n = value(a, b), level = levelOf(n);
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
    const linked = (end, text) => (typeof end === "number" ? link(end, text) : text);
    const columns = COLUMNS.map((_, n) => n).filter((n) => n < 2 || table.some(([row]) => row[n]));
    const head = (n) => el("th", { scope: "col", "aria-sort": n !== state.sort ? "none" : state.down ? "descending" : "ascending" },
      el("button", { type: "button", onclick: () => { state.down = n === state.sort && !state.down; state.sort = n; drawTable(); $("table").querySelector(`[data-column="${n}"]`).focus(); }, "data-column": n }, COLUMNS[n]));
    $("table").replaceChildren(el("table", {}, el("thead", {}, el("tr", {}, ...columns.map(head))), el("tbody", {}, ...table.slice(0, state.rows).map(([row, fact]) =>
      el("tr", {}, ...columns.map((n) => el("td", { className: `column${n}` }, n === 0 ? linked(fact.s, row[n]) : n === 1 ? linked(fact.o, row[n]) : row[n])))))));
    $("rows").textContent = table.length > state.rows ? `${state.rows} of ${table.length.toLocaleString("en")} rows` : `${table.length.toLocaleString("en")} rows`;
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
  const update = (onlyNames = false) => {
    current = facts.filter(shown);
    state.rows = PAGE;
    const found = drawList();
    drawPicture(); drawTable();
    if (!onlyNames) { drawMatrix(); drawCard(); } // these know nothing of the search
    const at = state.year === null ? "any date" : String(state.year);
    $("year-shown").textContent = at;
    $("year").setAttribute("aria-valuetext", at);
    say(`${found} entities and ${current.length} facts${data.years ? `, ${at}` : ""}`);
  };
  let waiting = 0, typing = 0;
  const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(() => update()); };
  const check = (set, value, words, key) => {
    const box = el("input", { type: "checkbox", value, onchange: () => { if (box.checked) set.add(value); else set.delete(value); if (set === kinds) arranged = ""; soon(); } });
    box.checked = set.has(value);
    return el("label", { className: "check" }, box, el("span", { className: key }, words));
  };
  $("kinds").append(...Object.keys(data.kinds).filter((kind) => present.includes(kind)).map((kind) => check(kinds, kind, data.kinds[kind], `key ${kind}`)));
  $("bases").append(...[...bases].map((basis) => check(bases, basis, basis, "")));
  $("legend").append(...["stated", "derived", "planned or claimed", "denied"].map((word) => el("span", { className: `key line ${word.split(" ")[0]}` }, word)));
  $("about").textContent = [`${entities.length.toLocaleString("en")} entities, ${facts.length.toLocaleString("en")} facts`, data.only ? `at ${data.only}` : `as of ${data.asOf}`].join(", ") + data.notes.map((note) => `. ${note}`).join("");
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
  $("search").addEventListener("input", () => { state.query = $("search").value.trim().toLocaleLowerCase(); cancelAnimationFrame(typing); typing = requestAnimationFrame(() => update(true)); });
  $("search").addEventListener("keydown", (event) => {
    if (!["ArrowDown", "Enter"].includes(event.key)) return;
    cancelAnimationFrame(typing); // a quick hand presses Enter before the list has followed
    update(true);
    const first = $("list").firstElementChild;
    if (event.key === "ArrowDown") { move(first); event.preventDefault(); }
    else if (first) choose(Number(first.dataset.i));
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
  const asked = decodeURIComponent(location.hash.slice(1));
  const first = asked ? entities.findIndex((e) => e.id === asked) : -1;
  if (first >= 0) choose(first, true);
  addEventListener("hashchange", () => {
    const there = entities.findIndex((e) => e.id === decodeURIComponent(location.hash.slice(1)));
    if (there >= 0 && there !== state.chosen) choose(there);
  });
  document.documentElement.dataset.ready = "yes";
  window.blocsPage = { cy };
})();
