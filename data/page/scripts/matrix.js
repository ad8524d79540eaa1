// Overlap: who shares how much with whom, as a matrix that stands beside the picture.

const beside = matchMedia("(min-width: 70rem)");
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
// Of each state its bodies, or of each body its members, with the facts that say so; full members only.
const memberSets = (by) => {
  const sets = new Map();
  for (const fact of current) {
    if (!membership.has(fact.r) || fact.detail || (by === "state" && entities[fact.s].kind !== "state")) continue;
    const [row, item] = by === "state" ? [fact.s, fact.o] : [fact.o, fact.s];
    if (typeof row !== "number" || !kindShown(row)) continue;
    if (!sets.has(row)) sets.set(row, new Map());
    sets.get(row).set(item, [...(sets.get(row).get(item) || []), fact]);
  }
  return sets;
};
// What two have in common at the same time.
const inCommon = (a, b) => [...a.keys()].filter((item) => b.has(item) && a.get(item).some((fact) => b.get(item).some((other) => meet(fact, other))));
const drawMatrix = () => {
  const by = $("by").value, measure = $("measure").value, sets = memberSets(by), { chosen } = state;
  const shared = (a, b) => inCommon(sets.get(a), sets.get(b));
  const jaccard = (a, b) => { const n = shared(a, b).length; return n / (sets.get(a).size + sets.get(b).size - n); };
  const value = (a, b) => (measure === "shared" ? shared(a, b).length : jaccard(a, b));
  let rows = [...sets.keys()].sort((a, b) => sets.get(b).size - sets.get(a).size || compare(entities[a].label, entities[b].label));
  const all = rows.length;
  if (sets.has(chosen)) {
    const near = new Map(rows.map((row) => [row, row === chosen ? Infinity : jaccard(chosen, row)]));
    rows.sort((a, b) => (near.get(a) === near.get(b) ? 0 : near.get(b) - near.get(a)));
  }
  const digits = measure === "shared" ? String(Math.max(0, ...rows.map((row) => sets.get(row).size))).length : 3;
  // As many as fit beside the picture; where the page is one column, as fit its width.
  const wide = Math.floor(($("matrix").clientWidth - 104) / Math.max(22, 10 + 7 * digits));
  const tall = beside.matches ? Math.floor(($("side").getBoundingClientRect().bottom - $("matrix").getBoundingClientRect().top - 96) / 22) : 24;
  const side = within(6, Math.min(wide, Math.max(tall, all > 12 ? 6 : 12)), 24);
  rows = alike(rows.slice(0, side), value);
  const values = rows.flatMap((a) => rows.filter((b) => b !== a).map((b) => value(a, b)));
  const top = Math.max(...values), low = Math.min(...values);
  const levelOf = (n) => (n <= 0 ? 0 : top > low ? 1 + Math.floor((4.999 * (n - low)) / (top - low)) : 3);
  const print = (n) => (measure === "shared" ? String(n) : n ? n.toFixed(2).replace(/^0/, "") : "0");
  const code = (i) => entities[i].code || entities[i].short || entities[i].label;
  const open = (a, b) => {
    const both = shared(a, b).map(nameOf).sort(compare);
    $("pair").textContent = `${entities[a].label} and ${entities[b].label}${inYear()}: ${both.length} in common${both.length ? `: ${both.join(", ")}` : ""}.`;
  };
  const cell = (a, b, r, c) => {
    const n = value(a, b), level = levelOf(n);
    return a === b ? el("td", { className: "self", tabindex: -1, title: entities[a].label }, print(measure === "shared" ? sets.get(a).size : 1))
      : el("td", { className: `v${level}`, tabindex: r === 0 && c === 1 ? 0 : -1, title: `${entities[a].label} and ${entities[b].label}`, onclick: () => open(a, b) }, print(n));
  };
  const absent = chosen >= 0 && !sets.has(chosen) && entities[chosen].kind === by ? without(chosen) : "";
  $("overlap-when").textContent = inYear();
  $("overlap-note").textContent = [
    absent && `${nameOf(chosen)}: ${absent}.`,
    rows.length < 2 ? `No two have memberships here${inYear()}.` : all > rows.length
      ? `${rows.length} of ${all}: ${sets.has(chosen) ? `those closest to ${entities[chosen].label}` : "those with the most"}. Arrow keys move, Enter tells what is shared.`
      : "Arrow keys move in the matrix, Enter tells what is shared."].filter(Boolean).join(" ");
  $("pair").textContent = "";
  $("matrix").replaceChildren(...(rows.length < 2 ? [] : [el("table", { role: "grid", "aria-labelledby": "overlap-heading" },
    el("thead", {}, el("tr", {}, el("td", {}), ...rows.map((i) => el("th", { scope: "col", title: entities[i].label }, code(i))))),
    el("tbody", {}, ...rows.map((a, r) => el("tr", {}, el("th", { scope: "row", title: entities[a].label }, shortName(a)), ...rows.map((b, c) => cell(a, b, r, c))))))]));
};
$("matrix").addEventListener("keydown", (event) => {
  const at = event.target.closest("td");
  if (!at) return;
  const [dx, dy] = WAYS[event.key] || [0, 0];
  if (event.key === "Enter" || event.key === " ") at.click();
  else if (dx || dy) {
    const row = at.parentElement.parentElement.rows[at.parentElement.rowIndex - 1 + dy];
    const next = row && row.cells[at.cellIndex + dx];
    if (next && next.tagName === "TD") { at.tabIndex = -1; next.tabIndex = 0; next.focus(); }
  } else return;
  event.preventDefault();
});
for (const id of ["by", "measure"]) $(id).addEventListener("change", () => { drawMatrix(); remember(); });
