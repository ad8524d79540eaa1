// How kinds and lines look: their shapes, colours and words, on the screen and in what is saved.
const SHAPES = {
  state: "ellipse", body: "round-rectangle", event: "hexagon", person: "triangle", group: "pentagon", place: "diamond",
  conflict: "octagon", document: "rectangle", statement: "tag",
};
const COLOURED = ["state", "body", "event", "person", "group", "place", "conflict"];
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const colourOf = (kind) => colour(kind === "group" ? "person" : COLOURED.includes(kind) ? kind : "other");
const pictureStyle = () => [
  { selector: "node", style: {
    label: "data(label)",
    width: "data(size)", height: "data(size)", color: colour("ink"), "font-size": "data(font)", "font-family": "system-ui, sans-serif",
    "text-valign": "data(v)", "text-halign": "data(h)", "text-wrap": "wrap", "text-max-width": 9999, "text-justification": "auto",
    "text-margin-x": "data(mx)", "z-index": "data(z)", "text-background-color": colour("paper"), "text-background-opacity": "data(behind)",
    "text-outline-color": colour("paper"), "text-outline-width": "data(halo)", "text-outline-opacity": 0.9 } },
  ...present.map((kind) => ({ selector: `node[kind = "${kind}"]`, style: { shape: SHAPES[kind] || "rectangle", "background-color": colourOf(kind) } })),
  { selector: "edge", style: { width: "data(width)", "line-color": colour("edge"), "curve-style": "haystack", opacity: 0.75 } },
  { selector: "edge[basis = 'derived']", style: { "line-style": "dashed" } },
  { selector: "edge[basis = 'planned']", style: { "line-style": "dotted" } },
  { selector: "edge[basis = 'claimed']", style: { "line-style": "dotted" } },
  { selector: "edge[?denied]", style: { "line-color": colour("denied"), "line-style": "dashed" } },
  { selector: "node.hidden", style: { display: "none" } },
  { selector: "node.faded", style: { opacity: 0.3 } },
  { selector: "edge.faded", style: { opacity: 0.15 } },
  { selector: "edge.near", style: { opacity: 1 } },
  { selector: "edge.joining", style: { "line-color": colour("joining"), opacity: 1, "z-index": 7 } },
  { selector: "edge.leaving", style: { "line-color": colour("leaving"), "line-style": "dashed", opacity: 1, "z-index": 7 } },
  { selector: "edge.quiet", style: { display: "none" } },
  { selector: "node.near", style: { "z-index": 8 } },
  { selector: "node.joining", style: { "border-width": "data(ring)", "border-color": colour("joining") } },
  { selector: "node.leaving", style: { "border-width": "data(ring)", "border-color": colour("leaving"), "border-style": "dashed" } },
  { selector: "node.denied", style: { color: colour("denied") } },
  { selector: "node.chosen", style: { "border-width": "data(ring)", "border-color": colour("ink"), "border-style": "solid", "z-index": 9 } },
  { selector: "node.pointed", style: { "border-width": "data(ring)", "border-color": colour("accent"), "border-style": "solid", "z-index": 10 } },
];

// The key: what is in the picture now, no more.
const keyOfLines = (drawn) => [["stated", "stated"], ["derived", "derived"], ["planned", "planned or claimed"], ["denied", "denied"], ["joining", `begins in ${state.year}`], ["leaving", `ends in ${state.year}`]].filter(([key]) => drawn.has(key));
const drawKey = (seen, drawn) => {
  $("legend").replaceChildren(
    ...Object.keys(data.kinds).filter((kind) => seen.has(kind)).map((kind) => el("li", { className: `key ${kind}` }, data.kinds[kind])),
    ...keyOfLines(drawn).map(([key, words]) => el("li", { className: `key line ${key}` }, words)));
};
