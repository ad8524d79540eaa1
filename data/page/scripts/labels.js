// Sizes and labels of the whole picture: as large at every zoom, the best known first, and none that hides another.
const FONT = 12, LINE = 14, WIDEST = 110, CELL = 64;
const pen = document.createElement("canvas").getContext("2d");
pen.font = `${FONT}px system-ui, sans-serif`;
const fold = (text) => {
  const rows = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && pen.measureText(longer).width > WIDEST) { rows.push(line); line = word; } else line = longer;
  }
  rows.push(line);
  const some = rows.length > 3 ? [...rows.slice(0, 2), `${rows[2]} …`] : rows;
  return { text: some.join("\n"), width: Math.max(...some.map((one) => pen.measureText(one).width)), height: some.length * LINE };
};
const labels = entities.map((e) => fold(e.short || e.label || e.id || ""));
const sizes = entities.map(() => 10), labelled = new Map();
const dress = () => {
  const seen = visible, apart = Math.sqrt((cy.width() * cy.height()) / (seen.length + 1));
  const large = within(7, (phone.matches ? 0.3 : 0.4) * apart, 26), most = Math.max(1, ...seen.map((i) => ties[i]));
  cy.batch(() => {
    for (const i of seen) {
      const size = large * (0.42 + 0.58 * Math.sqrt(ties[i] / most)) * unit;
      if (sizes[i] !== size) { nodes[i].data({ size, ring: 3 * unit, mx: 0 }); sizes[i] = size; }
    }
  });
  placeLabels();
};

// Boxes by the cells of a grid, to find fast what is in the way.
const boxes = () => {
  const grid = new Map();
  const cells = function* (box) {
    for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x += 1)
      for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y += 1) yield `${x} ${y}`;
  };
  return {
    take: (box, i) => { for (const cell of cells(box)) { if (!grid.has(cell)) grid.set(cell, []); grid.get(cell).push([box, i]); } },
    hit: (box, i) => {
      const found = new Set();
      for (const cell of cells(box)) for (const [other, j] of grid.get(cell) || []) {
        if (i !== j && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) found.add(j);
      }
      return found.size;
    },
  };
};
const placeLabels = () => {
  if (state.chosen >= 0) return;
  const level = cy.zoom(), { x: panX, y: panY } = cy.pan(), width = cy.width(), height = cy.height();
  const marked = boxes(), said = boxes(), closer = (level / fitted) ** 2;
  const inside = (box) => box[0] > 0 && box[1] > 0 && box[2] < width && box[3] < height;
  const seen = visible.map((i) => {
    const { x, y } = nodes[i].position();
    return { i, x: x * level + panX, y: y * level + panY, half: (Math.max(1, sizes[i]) * level) / 2, wanted: searched.found ? matches(i) : true };
  });
  for (const { i, x, y, half } of seen) marked.take([x - half, y - half, x + half, y + half], i);
  // As many names as there is room to read; the best known may cover what is not named.
  let left = Math.max(seen.length > 200 ? 24 : 80, (width * height) / 8000) * Math.max(1, closer), great = Math.max(10, (width * height) / 16000) * Math.max(1, closer);
  seen.sort((a, b) => b.wanted - a.wanted || entities[a.i].rank - entities[b.i].rank);
  cy.batch(() => {
    for (const { i, x, y, half, wanted } of seen) {
      const { text, width: w, height: h } = labels[i], gap = half + 3;
      const places = [
        ["bottom", "center", [x - w / 2, y + gap, x + w / 2, y + gap + h]],
        ["top", "center", [x - w / 2, y - gap - h, x + w / 2, y - gap]],
        ["center", "right", [x + gap, y - h / 2, x + gap + w, y + h / 2]],
        ["center", "left", [x - gap - w, y - h / 2, x - gap, y + h / 2]],
        ["bottom", "right", [x + half, y + half, x + half + w, y + half + h]],
        ["bottom", "left", [x - half - w, y + half, x - half, y + half + h]],
        ["top", "right", [x + half, y - half - h, x + half + w, y - half]],
        ["top", "left", [x - half - w, y - half - h, x - half, y - half]],
      ];
      let place, over = 0;
      if (text && left > 0 && (wanted || seen.length <= 200)) {
        const open = places.filter(([, , box]) => inside(box) && !said.hit(box, i));
        place = open.find(([, , box]) => !marked.hit(box, i));
        // Where there is little, a name covers nothing unless it is that of a state or body, and short.
        const may = seen.length > 200 || (["state", "body"].includes(entities[i].kind) && h <= 2 * LINE);
        if (!place && great > 0 && open.length && may) {
          place = open.reduce((best, one) => (marked.hit(one[2], i) < marked.hit(best[2], i) ? one : best));
          over = 0.75;
        }
        if (place) { said.take(place[2], i); left -= 1; great -= 1; }
      }
      const now = place ? `${place[0]} ${place[1]} ${level} ${over}` : "";
      if ((labelled.get(i) || "") !== now) nodes[i].data(place ? { label: text, v: place[0], h: place[1], font: FONT / level, halo: 2 / level, mx: 0, behind: over, z: over ? 5 : 0 } : { label: "", behind: 0 });
      labelled.set(i, now);
    }
  });
};
let settling = 0;
cy.on("viewport", () => { clearTimeout(settling); settling = setTimeout(placeLabels, 90); });
cy.on("free", "node", placeLabels);
