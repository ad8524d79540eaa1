// The picture: everything in its place, or what is chosen with its neighbours around it.
const MANY = 2000; // lines; more are a texture, and slow: then only those of the chosen entity are drawn
const MARGIN = 46;
const cy = cytoscape({
  container: $("canvas"), style: pictureStyle(), layout: { name: "preset" }, minZoom: 0.005, maxZoom: 8, autounselectify: true,
  textureOnViewport: entities.length > 600, hideEdgesOnViewport: facts.length > 3000, pixelRatio: entities.length > 600 ? 1 : "auto",
  elements: entities.map((e, i) => ({ data: { id: `n${i}`, i, kind: e.kind, label: "", size: 10, font: 12, halo: 2, ring: 3, mx: 0, behind: 0, z: 0, v: "bottom", h: "center" }, position: { x: e.x, y: e.y } })),
});
const nodes = entities.map((_, i) => cy.getElementById(`n${i}`));
const ties = entities.map(() => 0), classesOf = entities.map(() => "");
let visible = [], lines = 0, arranged = "", unit = 1, fitted = 1; // `lines`: how many there are to draw, drawn or not

// The lines there are to draw, each once, by what it says.
const linesShown = () => {
  const pairs = new Map();
  for (const fact of current) {
    if (typeof fact.o === "number" && fact.o !== fact.s && kindShown(fact.s) && kindShown(fact.o)) pairs.set(`${fact.s}-${fact.r}-${fact.o}`, fact);
  }
  ties.fill(0);
  for (const fact of pairs.values()) { ties[fact.s] += 1; ties[fact.o] += 1; }
  return pairs;
};
// Those that are drawn: of what is chosen, else all, or of a blot only what begins and ends in a year that was gone to.
const drawnLines = (pairs, all) => {
  const { chosen } = state, changing = chosen >= 0 || state.year !== opening.year || playing(), found = [];
  for (const [key, fact] of pairs) {
    const mine = fact.s === chosen || fact.o === chosen, change = !changing ? "" : begins(fact) ? "joining" : ends(fact) ? "leaving" : "";
    if (chosen >= 0 ? mine : all || change) found.push({ key, fact, mine, change, said: denies(fact) ? "denied" : change || (fact.basis === "claimed" ? "planned" : fact.basis) });
  }
  return found;
};
const markNodes = (near) => {
  const seen = new Set(visible), { chosen } = state;
  nodes.forEach((node, i) => {
    const faded = chosen < 0 && !matches(i);
    const classes = [seen.has(i) ? "" : "hidden", faded ? "faded" : "", i === chosen ? "chosen" : "", near.has(i) ? `near ${near.get(i)}` : "", i === pointed ? "pointed" : ""].filter(Boolean).join(" ").trim();
    if (classesOf[i] !== classes) { node.classes(classes); classesOf[i] = classes; }
  });
  if (chosen < 0 && searched.found) cy.edges().forEach((edge) => { if (!matches(edge.source().data("i")) && !matches(edge.target().data("i"))) edge.addClass("faded"); });
};
const drawPicture = () => {
  const { chosen } = state, pairs = linesShown(), near = new Map();
  lines = pairs.size;
  const all = lines <= MANY || $("lines").checked, found = drawnLines(pairs, all), said = new Set(found.map((one) => one.said));
  for (const { fact, mine, change } of found) {
    const other = fact.s === chosen ? fact.o : fact.s;
    if (mine) near.set(other, denies(fact) ? "denied" : change || near.get(other) || "");
  }
  visible = chosen >= 0 ? [chosen, ...near.keys()] : entities.map((_, i) => i).filter((i) => kindShown(i) && (ties[i] > 0 || entities.length < 2));
  cy.batch(() => {
    cy.edges().remove();
    cy.add(found.map(({ key, fact, mine, change }) => ({ data: { id: `e${key}`, source: `n${fact.s}`, target: `n${fact.o}`, basis: fact.basis, denied: denies(fact), width: 1 }, classes: `${mine ? "near" : ""} ${change}`.trim() })));
    markNodes(near);
  });
  $("lines-label").hidden = lines <= MANY || chosen >= 0;
  // Of what is chosen, its own drawing says it: a text that comes and goes would change the room for the picture.
  if (chosen < 0) $("undrawn").textContent = !all && lines ? `${many(lines)} lines would be a blot: near each other stands what has much in common.${said.size ? ` Drawn is what begins or ends in ${state.year}.` : ""} Choose something to see its lines.` : "";
  drawEmpty();
  const only = chosen >= 0 ? drawNear([...near.keys()]) : null;
  drawKey(new Set(visible.map((i) => entities[i].kind)), only ? new Set([...said].filter((key) => only.includes(key))) : said);
  if (chosen >= 0) return;
  if (arranged !== layoutWanted()) fit();
  else { widths(); dress(); }
};

// Where everything stands. What is hidden at first has no say in the first layout.
const layoutWanted = () => (data.background.some((kind) => kinds.has(kind)) ? "whole" : "first");
const standing = (i, layout) => (layout === "whole" && "x2" in entities[i] ? [entities[i].x2, entities[i].y2] : [entities[i].x, entities[i].y]);
const widths = () => cy.batch(() => cy.edges().forEach((edge) => {
  const change = edge.hasClass("joining") || edge.hasClass("leaving");
  edge.data("width", (edge.hasClass("near") ? 2 : change ? (lines > MANY ? 1.2 : 2.4) : lines > MANY ? 0.35 : 1.2) * unit);
}));
const fit = () => {
  if (state.chosen >= 0) { arranged = ""; drawPicture(); return; }
  const seen = visible, width = cy.width() || 600, height = cy.height() || 400;
  stopMoving();
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
  fitted = level;
  widths();
  cy.batch(() => at.forEach(([x, y], i) => nodes[i].position({ x, y })));
  cy.viewport({ zoom: level, pan: { x: width / 2 - (level * (left + right)) / 2, y: height / 2 - (level * (top + bottom)) / 2 } });
  dress();
};

// An empty picture says why it is empty, and gives a way out: a year in which there is something, or no filters.
const whyEmpty = () => {
  const { chosen } = state;
  if (chosen >= 0) {
    if (visible.length > 1) return {};
    const { year } = gap(membershipsOf(chosen));
    if (year) return { why: `${nameOf(chosen)}: ${without(chosen)}.`, year };
    const off = [...opening.kinds.filter((kind) => !kinds.has(kind)).map((kind) => data.kinds[kind]), ...allBases.filter((basis) => !bases.has(basis)).map((basis) => `${basis} facts`)];
    return { why: `${nameOf(chosen)} has no line to anything that is shown${inYear()}.${off.length ? ` Left out by the filters: ${off.join(", ")}.` : ""}`, filtered: off.length > 0 };
  }
  if (visible.length) return {};
  if (!entities.length) return { why: "There is nothing in this page." };
  if (!kinds.size) return { why: "Every kind is filtered out.", filtered: true };
  if (!bases.size) return { why: "Facts of every basis are filtered out.", filtered: true };
  const { when, year } = gap(facts.filter((f) => bases.has(f.basis) && typeof f.o === "number" && kindShown(f.s) && kindShown(f.o)));
  if (year) return { why: `Nothing is connected in ${state.year}; ${when}.`, year };
  return { why: "Nothing that the filters leave is connected.", filtered: true };
};
const drawEmpty = () => {
  const { why, year, filtered } = whyEmpty();
  $("empty").hidden = !why;
  $("empty-why").textContent = why || "";
  $("all-again").hidden = !year && !filtered;
  $("all-again").textContent = year ? `Go to ${year}` : "Take the filters off";
};

const zoom = (by) => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
