// What is chosen with its neighbours: around it as a star while each can have its name beside it, else below it in columns.
const ROW = 17, TOP = 24;
const neighbours = () => {
  // While the years run, each has one place for all that are to come, so that who comes and who goes is seen.
  const ties = state.steady ? factsOf[state.chosen].filter((fact) => bases.has(fact.basis) && (!fact.to || fact.to >= state.steady)) : current.filter((fact) => fact.s === state.chosen || fact.o === state.chosen);
  const found = new Set(ties.filter((fact) => typeof fact.o === "number" && fact.o !== fact.s && kindShown(fact.s) && kindShown(fact.o)).map((fact) => (fact.s === state.chosen ? fact.o : fact.s)));
  return inOrder([...found], nameOf);
};
const inOrder = (some, name) => {
  const order = Object.keys(data.kinds);
  return some.sort((a, b) => order.indexOf(entities[a].kind) - order.indexOf(entities[b].kind) || compare(name(a), name(b)));
};

const cut = (text, room) => {
  if (pen.measureText(text).width <= room) return text;
  let kept = text;
  while (kept.length > 1 && pen.measureText(`${kept}…`).width > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
};
// Two that would be cut to the same text keep their last words.
const cutInside = (text, room) => {
  const words = text.split(" "), wide = (tail) => pen.measureText(` ${tail}`).width;
  const tail = [words.slice(-2).join(" "), words[words.length - 1]].find((some) => wide(some) < 0.6 * room);
  return tail && words.length > 2 ? `${cut(text.slice(0, -tail.length).trimEnd(), room - wide(tail))} ${tail}` : cut(text, room);
};
const cutApart = (texts, room) => {
  const short = texts.map((text) => cut(text, room)), times = new Map();
  for (const text of short) times.set(text, (times.get(text) || 0) + 1);
  return short.map((text, n) => (times.get(text) > 1 && text !== texts[n] ? cutInside(texts[n], room) : text));
};
// A name in at most some lines of some width; what does not fit is cut, and stands whole under the pointer and in the card.
const rowsOf = (text, room, most) => {
  const rows = [];
  for (const word of text.split(/\s+/)) {
    const longer = rows.length ? `${rows[rows.length - 1]} ${word}` : word;
    if (rows.length && pen.measureText(longer).width <= room) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows.length > most ? [...rows.slice(0, most - 1), rows.slice(most - 1).join(" ")] : rows;
};
const folded = (text, room, most) => rowsOf(text, room, most).map((row) => cut(row, room)).join("\n");
const whole = (text, room, most) => rowsOf(text, room, most).every((row) => pen.measureText(row).width <= room);
// The full name where it fits, else the short one.
const fullOrShort = (i, room, most) => folded(whole(nameOf(i), room, most) ? nameOf(i) : shortName(i), room, most);

const starPlaces = (near, width, height) => {
  const places = new Map(), right = Math.ceil(near.length / 2), middle = height / 2;
  const half = within(56, width / 2 - 170, 230);
  [near.slice(0, right), near.slice(right).reverse()].forEach((side, left) => {
    const gap = Math.min(84, (height - 2 * TOP) / Math.max(1, side.length)), tall = Math.max(60, (side.length * gap) / 2 + 8);
    side.forEach((i, n) => {
      const y = (n - (side.length - 1) / 2) * gap, x = half * Math.sqrt(Math.max(0.12, 1 - (y / tall) ** 2));
      places.set(i, { x: width / 2 + (left ? -x : x), y: middle + y, v: "center", h: left ? "left" : "right", text: fullOrShort(i, width / 2 - x - 22, within(1, Math.floor(gap / 15), 4)) });
    });
  });
  places.set(state.chosen, { x: width / 2, y: middle, v: "bottom", h: "center", text: fullOrShort(state.chosen, Math.max(90, half * 0.9), 2) });
  return { places, level: 1, fits: true };
};
// In columns, with the longest form of the names that fits: in full, short, as codes; where there is little room, smaller.
const codeOf = (i) => entities[i].code || shortName(i);
const IN_FULL = [[nameOf, 250, 1], [nameOf, 200, 1], [nameOf, 200, 0.86]];
const SHORT = [1, 0.86, 0.74].flatMap((level) => [[shortName, 170, level], [shortName, 120, level], [shortName, 84, level], [codeOf, 48, level]]);
const HEAD = 76;
const columnForm = (near, width, height) => {
  const forms = [...IN_FULL, ...SHORT].map(([name, most, level]) => {
    const wide = Math.min(most, Math.max(...near.map((i) => pen.measureText(name(i)).width))) + 26;
    const columns = Math.max(1, Math.floor((width / level - 16) / wide)), rows = Math.ceil(near.length / columns);
    return { name, level, columns: Math.ceil(near.length / rows), rows, fits: rows * ROW <= height / level - HEAD - 8 };
  });
  return forms.find(({ fits }) => fits) || forms[forms.length - 1];
};
const columnPlaces = (near, wide, high) => {
  const places = new Map(), { name, level, columns, rows, fits } = columnForm(near, wide, high), width = wide / level, room = high / level - HEAD - 8;
  const step = Math.min((width - 16) / columns, 300), row = within(ROW, room / rows, 26), left = (width - step * columns) / 2;
  const ordered = inOrder([...near], name), texts = cutApart(ordered.map(name), step - 24);
  ordered.forEach((i, n) => {
    const column = Math.floor(n / rows);
    places.set(i, { x: left + 10 + column * step, y: HEAD + (n % rows) * row, v: "center", h: "right", text: texts[n] });
  });
  places.set(state.chosen, { x: width / 2, y: TOP, v: "bottom", h: "center", text: cut(nameOf(state.chosen), width - 20) });
  return { places, level, fits };
};

// Lines to columns would run through the names: only those that say more than that there is one are drawn.
const LOUD = ["denied", "joining", "leaving"];
let moving = 0, star = "";
const stopMoving = () => { cancelAnimationFrame(moving); moving = 0; };
const drawNear = (seen) => {
  const width = cy.width() || 600, height = cy.height() || 400, near = neighbours();
  const asStar = near.length <= 2 * Math.floor((height - 2 * TOP) / ROW);
  const { places, level, fits } = (asStar ? starPlaces : columnPlaces)(near, width, height), placed = [state.chosen, ...near];
  const wanted = `${state.chosen} ${near.join()} ${width} ${height}`;
  const moved = arranged !== "near" || star !== wanted;
  const before = new Map(placed.map((i) => { const { x, y } = nodes[i].renderedPosition(); return [i, arranged ? { x: x / level, y: y / level } : null]; }));
  const far = arranged !== "near";
  arranged = "near";
  star = wanted;
  unit = 1;
  cy.batch(() => {
    for (const i of placed) {
      const { text, v, h } = places.get(i);
      nodes[i].data({ label: text, v, h, mx: h === "right" ? 4 : h === "left" ? -4 : 0, font: 12, halo: 2, ring: 2.5, behind: i === state.chosen ? 0.8 : 0, size: i === state.chosen ? 26 : asStar ? 14 : 10 });
      sizes[i] = -1;
      labelled.set(i, "near");
    }
    if (!asStar) cy.edges().forEach((edge) => { if (!LOUD.some((key) => edge.hasClass(key) || edge.data(key))) edge.addClass("quiet"); });
  });
  widths();
  $("undrawn").textContent = asStar ? "" : `${counted(seen.length, "neighbour", "neighbours")} of ${nameOf(state.chosen)}${inYear()}, by kind and name.${fits ? "" : " Drag the picture to see all."}`;
  if (moved) moveThere(places, placed, level, before, far);
  return asStar ? null : LOUD;
};
const moveThere = (places, placed, level, before, far) => {
  stopMoving();
  cy.viewport({ zoom: level, pan: { x: 0, y: 0 } });
  const put = (part) => cy.batch(() => {
    for (const i of placed) {
      const to = places.get(i), from = before.get(i) || to;
      nodes[i].position({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
    }
  });
  if (still.matches || (!far && state.steady)) { put(1); return; }
  const start = performance.now();
  const step = (now) => {
    const part = within(0, (now - start) / 260, 1);
    put(1 - (1 - part) ** 3);
    moving = part < 1 ? requestAnimationFrame(step) : 0;
  };
  put(0);
  moving = requestAnimationFrame(step);
};
