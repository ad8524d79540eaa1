// The picture as a list of shapes, lines and words, from which a file is drawn: as SVG or, the same, on a canvas as PNG.
const FACE = "Helvetica, Arial, sans-serif";
const corners = (points) => `M${points.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join("L")}Z`;
const OUTLINES = {
  event: [[-0.5, -1], [0.5, -1], [1, 0], [0.5, 1], [-0.5, 1], [-1, 0]], person: [[0, -1], [1, 1], [-1, 1]],
  group: [[0, -1], [1, -0.2], [0.6, 1], [-0.6, 1], [-1, -0.2]], place: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  conflict: [[-0.4, -1], [0.4, -1], [1, -0.4], [1, 0.4], [0.4, 1], [-0.4, 1], [-1, 0.4], [-1, -0.4]],
  statement: [[-1, -1], [0.4, -1], [1, 0], [0.4, 1], [-1, 1]],
};
const outline = (kind, x, y, r) => {
  if (kind === "state") return `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
  return corners((OUTLINES[kind] || [[-1, -1], [1, -1], [1, 1], [-1, 1]]).map(([dx, dy]) => [x + dx * r, y + dy * r]));
};
const sourceLine = () => data.sources.map((one) => [one.label, ...one.from].join(", ")).join("; ");
const wrapped = (text, size, room, most) => {
  pen.font = `${size}px ${FACE}`;
  const rows = folded(text, room, most).split("\n");
  pen.font = `${FONT}px system-ui, sans-serif`;
  return rows;
};
// The lines, shapes and words that the canvas shows, moved so that the highest stands at `top`; and how tall they are.
const inView = (at) => at.x > -20 && at.y > -20 && at.x < cy.width() + 20 && at.y < cy.height() + 20;
const lineItems = (move) => cy.edges(":visible").map((edge) => [edge, edge.source().renderedPosition(), edge.target().renderedPosition()]).filter(([, a, b]) => inView(a) || inView(b)).map(([edge, a, b]) => {
  const style = edge.style("line-style"), [from, to] = [move(a), move(b)];
  return {
    line: [from.x, from.y, to.x, to.y], stroke: edge.style("line-color"), wide: edge.numericStyle("width") * cy.zoom(),
    opacity: Number(edge.style("opacity")), dash: style === "dashed" ? [6, 4] : style === "dotted" ? [1.5, 3] : [],
  };
});
const shapeItem = (node, { x, y }) => {
  const wide = Number.parseFloat(node.renderedStyle("border-width")) || 0;
  return { path: outline(node.data("kind"), x, y, node.renderedWidth() / 2), fill: node.style("background-color"), opacity: Number(node.style("opacity")), stroke: wide ? node.style("border-color") : "", wide };
};
const wordItems = (node, { x, y }) => {
  const rows = String(node.data("label")).split("\n").filter(Boolean), size = node.data("font") * cy.zoom(), tall = size * 1.15, r = node.renderedWidth() / 2;
  const { v, h } = node.data(), last = (rows.length - 1) * tall;
  const first = v === "bottom" ? y + r + 2 + size * 0.9 : v === "top" ? y - r - 3 - last : y - last / 2 + size * 0.35;
  return rows.map((text, n) => ({
    text, x: h === "right" ? x + r + 5 : h === "left" ? x - r - 5 : x, y: first + n * tall, size, fill: node.style("color"), halo: colour("paper"),
    anchor: h === "right" ? "start" : h === "left" ? "end" : "middle", opacity: Number(node.style("opacity")),
  }));
};
const canvasItems = (left, top) => {
  const shown = cy.nodes(":visible").filter((node) => inView(node.renderedPosition())).sort((a, b) => a.numericStyle("z-index") - b.numericStyle("z-index"));
  const ends = shown.map((node) => node.renderedBoundingBox({ includeEdges: false }));
  const up = Math.min(...ends.map((box) => box.y1)), down = Math.max(...ends.map((box) => box.y2));
  const move = ({ x, y }) => ({ x: x + left, y: y + top - (ends.length ? up : 0) }), at = (node) => move(node.renderedPosition());
  return { items: [...lineItems(move), ...shown.map((node) => shapeItem(node, at(node))), ...shown.flatMap((node) => wordItems(node, at(node)))], tall: ends.length ? down - up : 0 };
};

// The key in rows, and where it ends.
const keyItems = (width, top) => {
  const items = [], faint = colour("faint");
  let x = 16, y = top;
  const next = (words, mark) => {
    pen.font = `12px ${FACE}`;
    const wide = pen.measureText(words).width + 44;
    pen.font = `${FONT}px system-ui, sans-serif`;
    if (x + wide > width && x > 16) { x = 16; y += 19; }
    items.push(mark(x, y + 6), { text: words, x: x + 26, y: y + 10, size: 12, fill: faint, anchor: "start" });
    x += wide;
  };
  for (const kind of Object.keys(data.kinds)) if (visible.some((i) => entities[i].kind === kind)) next(data.kinds[kind], (at, mid) => ({ path: outline(kind, at + 12, mid, 6), fill: colourOf(kind), opacity: 1, stroke: "", wide: 0 }));
  for (const key of $("legend").querySelectorAll(".line")) {
    const name = key.className.split(" ")[2];
    const dash = name === "planned" ? [1.5, 3] : ["derived", "denied", "leaving"].includes(name) ? [6, 4] : [];
    next(key.textContent, (at, mid) => ({ line: [at, mid, at + 22, mid], stroke: colour(LOUD.includes(name) ? name : "edge"), wide: 2, opacity: 1, dash }));
  }
  return { items, end: y };
};

const scene = () => {
  const width = Math.max(480, Math.round(cy.width())), ink = colour("ink"), faint = colour("faint"), items = [];
  const chosen = state.chosen >= 0 ? `${nameOf(state.chosen)}${inYear()}` : inYear().replace(/^, | in /, "");
  let y = 12;
  const write = (text, most, size, fill, bold = false) => {
    for (const row of text ? wrapped(text, size, width - 32, most) : []) { y += size * 1.3; items.push({ text: row, x: 16, y, size, fill, bold, anchor: "start" }); }
  };
  write(data.title, 3, 20, ink, true);
  write(chosen, 2, 14, faint);
  const canvas = canvasItems((width - cy.width()) / 2, y + 24), key = keyItems(width, y + 24 + canvas.tall + 24);
  items.push(...canvas.items, ...key.items);
  y = key.end + 16;
  write([sourceLine() && `Source: ${sourceLine()}.`, "Made with blocs."].filter(Boolean).join(" "), 4, 11, faint);
  return { width, height: Math.ceil(y + 14), paper: colour("paper"), items };
};

// XML has no place for most control characters and for halves of characters.
const writable = (text) => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}");
const svgOf = ({ width, height, paper, items }) => {
  const SVG = "http://www.w3.org/2000/svg", page = document.implementation.createDocument(SVG, "svg"), root = page.documentElement;
  const add = (name, more, text) => {
    const made = page.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(more)) if (value !== "" && value !== undefined) made.setAttribute(key, writable(String(value)));
    if (text !== undefined) made.textContent = writable(text);
    root.append(made);
  };
  for (const [key, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FACE, role: "img" })) root.setAttribute(key, value);
  add("title", {}, data.title || "blocs");
  add("rect", { width, height, fill: paper });
  const short = (n) => Number(n.toFixed(2));
  for (const one of items) {
    if (one.line) { const [x1, y1, x2, y2] = one.line.map(short); add("line", { x1, y1, x2, y2, stroke: one.stroke, "stroke-width": short(one.wide), "stroke-opacity": one.opacity, "stroke-dasharray": one.dash.join(" ") }); }
    else if (one.path) add("path", { d: one.path, fill: one.fill, opacity: one.opacity, stroke: one.stroke, "stroke-width": one.stroke ? short(one.wide) : "" });
    else {
      const text = { x: short(one.x), y: short(one.y), "font-size": short(one.size), "text-anchor": one.anchor, "font-weight": one.bold ? "bold" : "", opacity: one.opacity };
      // The light around the words stands for itself: not every program knows how to paint a stroke first.
      if (one.halo) add("text", { ...text, fill: one.halo, stroke: one.halo, "stroke-width": 3, "stroke-linejoin": "round", "aria-hidden": "true" }, one.text);
      add("text", { ...text, fill: one.fill }, one.text);
    }
  }
  return root;
};
const asSvg = (drawn) => new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', new XMLSerializer().serializeToString(svgOf(drawn)), "\n"], { type: "image/svg+xml" });
const asPng = ({ width, height, paper, items }) => new Promise((done) => {
  const canvas = document.createElement("canvas"), pixel = 2;
  Object.assign(canvas, { width: width * pixel, height: height * pixel });
  const ink = canvas.getContext("2d");
  ink.scale(pixel, pixel);
  ink.fillStyle = paper;
  ink.fillRect(0, 0, width, height);
  for (const one of items) {
    ink.globalAlpha = one.opacity === undefined ? 1 : one.opacity;
    ink.setLineDash(one.dash || []);
    if (one.line) {
      Object.assign(ink, { strokeStyle: one.stroke, lineWidth: one.wide });
      ink.beginPath(); ink.moveTo(one.line[0], one.line[1]); ink.lineTo(one.line[2], one.line[3]); ink.stroke();
    } else if (one.path) {
      const path = new Path2D(one.path);
      ink.fillStyle = one.fill;
      ink.fill(path);
      if (one.stroke) { Object.assign(ink, { strokeStyle: one.stroke, lineWidth: one.wide }); ink.stroke(path); }
    } else {
      Object.assign(ink, { font: `${one.bold ? "bold " : ""}${one.size}px ${FACE}`, textAlign: one.anchor === "middle" ? "center" : one.anchor, lineJoin: "round" });
      if (one.halo) { Object.assign(ink, { strokeStyle: one.halo, lineWidth: 3 }); ink.strokeText(one.text, one.x, one.y); }
      ink.fillStyle = one.fill;
      ink.fillText(one.text, one.x, one.y);
    }
  }
  canvas.toBlob(done, "image/png");
});
