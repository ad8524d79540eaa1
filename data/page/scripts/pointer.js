// The name of what the pointer or the keyboard is at: every node has one, drawn or not.
let pointed = -1;
const relationTo = (i) => {
  if (state.chosen < 0 || i === state.chosen) return "";
  const fact = current.find((f) => (f.s === i && f.o === state.chosen) || (f.o === i && f.s === state.chosen));
  if (!fact) return "";
  return `${shortName(fact.s)} ${relations[fact.r][1]} ${nameOf(fact.o)} (${[fact.basis, fact.detail, span(fact)].filter(Boolean).join(", ")})`;
};
const point = (i, aloud = false) => {
  if (pointed >= 0) { nodes[pointed].removeClass("pointed"); classesOf[pointed] = classesOf[pointed].replace(/ ?pointed/, ""); }
  pointed = i;
  if (i < 0 || !nodes[i].visible()) { $("tip").hidden = true; return; }
  nodes[i].addClass("pointed");
  classesOf[i] = `${classesOf[i]} pointed`.trim();
  const { x, y } = nodes[i].renderedPosition(), half = nodes[i].renderedWidth() / 2, tip = $("tip"), more = relationTo(i);
  tip.replaceChildren(el("strong", {}, nameOf(i)), ` ${entities[i].kind || "other"}`, ...(more ? [el("br"), more] : []));
  tip.hidden = false;
  tip.style.left = `${within(4, x - tip.offsetWidth / 2, Math.max(4, cy.width() - tip.offsetWidth - 4))}px`;
  tip.style.top = `${y - half - tip.offsetHeight - 6 > 2 ? y - half - tip.offsetHeight - 6 : y + half + 6}px`;
  if (aloud) say([nameOf(i), entities[i].kind, more].filter(Boolean).join(", "));
};
cy.on("tap", "node", (event) => choose(event.target.data("i")));
cy.on("mouseover", "node", (event) => point(event.target.data("i")));
cy.on("mouseout", "node", () => point(-1));
cy.on("viewport", () => point(-1));

// By the keyboard: an arrow goes to the nearest in its direction, Enter chooses it.
const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const nextThere = ([dx, dy]) => {
  if (pointed < 0 || !visible.includes(pointed)) return state.chosen >= 0 ? state.chosen : [...visible].sort((a, b) => entities[a].rank - entities[b].rank)[0];
  const from = nodes[pointed].renderedPosition();
  let best = pointed, least = Infinity;
  for (const i of visible) {
    const { x, y } = nodes[i].renderedPosition(), along = (x - from.x) * dx + (y - from.y) * dy, aside = Math.abs((x - from.x) * dy + (y - from.y) * dx);
    const far = along + 2.5 * aside;
    if (i !== pointed && along > 1 && far < least) { best = i; least = far; }
  }
  return best;
};
$("canvas").addEventListener("keydown", (event) => {
  if (WAYS[event.key]) { const next = nextThere(WAYS[event.key]); if (next !== undefined) point(next, true); }
  else if (event.key === "Enter" && pointed >= 0) choose(pointed);
  else if (event.key === "+" || event.key === "-") zoom(event.key === "+" ? 1.4 : 1 / 1.4);
  else return;
  event.preventDefault();
});
$("canvas").addEventListener("blur", () => point(-1));
