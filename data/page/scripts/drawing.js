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
const scene = () => {
  const width = Math.max(480, Math.round(cy.width())), inner = Math.round(cy.height()), ink = colour("ink"), faint = colour("faint"), items = [];
  const chosen = state.chosen >= 0 ? `${nameOf(state.chosen)}${inYear()}` : inYear().replace(/^, | in /, "");
  let y = 12;
  const write = (rows, size, fill, bold = false) => { for (const row of rows) { y += size * 1.3; items.push({ text: row, x: 16, y, size, fill, bold, anchor: "start" }); } };
  if (data.title) write(wrapped(data.title, 20, width - 32, 3), 20, ink, true);
  if (chosen) write(wrapped(chosen, 14, width - 32, 2), 14, faint);
  y += 10;
  const top = y, left = (width - cy.width()) / 2, inside = (at) => at.x > -20 && at.y > -20 && at.x < cy.width() + 20 && at.y < inner + 20;
  cy.edges(":visible").forEach((edge) => {
    const a = edge.source().renderedPosition(), b = edge.target().renderedPosition(), style = edge.style("line-style"), wide = edge.numericStyle("width") * cy.zoom();
    if (!inside(a) && !inside(b)) return;
    items.push({ line: [a.x + left, a.y + top, b.x + left, b.y + top], stroke: edge.style("line-color"), wide, opacity: Number(edge.style("opacity")), dash: style === "dashed" ? [6, 4] : style === "dotted" ? [1.5, 3] : [] });
  });
  const words = [];
  cy.nodes(":visible").sort((a, b) => a.numericStyle("z-index") - b.numericStyle("z-index")).forEach((node) => {
    const at = node.renderedPosition(), r = node.renderedWidth() / 2, opacity = Number(node.style("opacity")), x = at.x + left, mid = at.y + top;
    if (!inside(at)) return;
    const edge = node.renderedStyle("border-width"), border = Number.parseFloat(edge) || 0;
    items.push({ path: outline(node.data("kind"), x, mid, r), fill: node.style("background-color"), opacity, stroke: border ? node.style("border-color") : "", wide: border });
    const rows = String(node.data("label")).split("\n").filter(Boolean), size = node.data("font") * cy.zoom(), tall = size * 1.15;
    const [v, h] = [node.data("v"), node.data("h")], first = v === "bottom" ? mid + r + 2 + size * 0.9 : v === "top" ? mid - r - 3 - (rows.length - 1) * tall : mid - ((rows.length - 1) * tall) / 2 + size * 0.35;
    rows.forEach((row, n) => words.push({ text: row, x: h === "right" ? x + r + 5 : h === "left" ? x - r - 5 : x, y: first + n * tall, size, fill: node.style("color"), anchor: h === "right" ? "start" : h === "left" ? "end" : "middle", halo: colour("paper"), opacity }));
  });
  items.push(...words);
  y += inner + 8;
  let x = 16;
  const seen = new Set(visible.map((i) => entities[i].kind)), room = (words) => { pen.font = `12px ${FACE}`; const w = pen.measureText(words).width; pen.font = `${FONT}px system-ui, sans-serif`; return w; };
  const next = (words, mark) => {
    const w = room(words) + 40;
    if (x + w > width - 8 && x > 16) { x = 16; y += 19; }
    mark(x, y + 6);
    items.push({ text: words, x: x + 26, y: y + 10, size: 12, fill: faint, anchor: "start" });
    x += w + 4;
  };
  for (const kind of keyOfKinds(seen)) next(data.kinds[kind], (at, mid) => items.push({ path: outline(kind, at + 12, mid, 6), fill: colourOf(kind), opacity: 1, stroke: "", wide: 0 }));
  for (const key of $("legend").querySelectorAll(".line")) {
    const name = key.className.split(" ")[2];
    next(key.textContent, (at, mid) => items.push({ line: [at, mid, at + 22, mid], stroke: colour(["denied", "joining", "leaving"].includes(name) ? name : "edge"), wide: 2, opacity: 1, dash: name === "planned" ? [1.5, 3] : ["derived", "denied", "leaving"].includes(name) ? [6, 4] : [] }));
  }
  y += 16;
  write(wrapped([sourceLine() && `Source: ${sourceLine()}.`, "Made with blocs."].filter(Boolean).join(" "), 11, width - 32, 4), 11, faint);
  return { width, height: Math.ceil(y + 14), paper: colour("paper"), items };
};

// XML has no place for most control characters and for halves of characters.
const writable = (text) => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}");
const asSvg = ({ width, height, paper, items }) => {
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
    else add("text", { x: short(one.x), y: short(one.y), "font-size": short(one.size), fill: one.fill, "text-anchor": one.anchor, "font-weight": one.bold ? "bold" : "", opacity: one.opacity === undefined ? "" : one.opacity, ...(one.halo ? { stroke: one.halo, "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke" } : {}) }, one.text);
  }
  return new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', new XMLSerializer().serializeToString(page), "\n"], { type: "image/svg+xml" });
};
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
