// The memberships as a table: those of what is chosen, else of what is searched for, else all.
const COLUMNS = ["Member", "Body", "Role", "Start", "End", "Basis", "Evidence"];
const told = (fact) => fact.cited.map((n) => (evidence[n][0] ? `“${evidence[n][0]}” (${citation(n)})` : evidence[n][2])).join(" ");
const cells = (fact) => [nameOf(fact.s), nameOf(fact.o), fact.detail || "full member", fact.start, fact.end, fact.basis, told(fact)];
let table = [];
const inTable = (fact) => {
  if (!membership.has(fact.r) || !kindShown(fact.s) || (typeof fact.o === "number" && !kindShown(fact.o))) return false;
  if (state.chosen >= 0) return fact.s === state.chosen || fact.o === state.chosen;
  return matches(fact.s) || (typeof fact.o === "number" && matches(fact.o));
};
const drawTable = () => {
  const { chosen } = state;
  table = current.filter(inTable).map((fact) => [cells(fact), fact]);
  table.sort(([a], [b]) => (state.down ? -1 : 1) * compare(a[state.sort], b[state.sort]) || compare(a[0], b[0]) || compare(a[1], b[1]));
  const linked = (end, text) => (typeof end === "number" ? link(end, text) : text);
  const columns = COLUMNS.map((_, n) => n).filter((n) => n < 2 || table.some(([row]) => row[n]));
  const head = (n) => el("th", { role: "columnheader", scope: "col", "aria-sort": n !== state.sort ? "none" : state.down ? "descending" : "ascending" },
    el("button", { type: "button", onclick: () => { state.down = n === state.sort && !state.down; state.sort = n; drawTable(); remember(); $("table").querySelector(`[data-column="${n}"]`).focus(); }, "data-column": n }, COLUMNS[n]));
  // The roles are said again: on a phone rows are laid out as blocks, and are rows of a table all the same.
  const cell = (n, row, fact) => el("td", { role: "cell", className: `column${n}`, "data-name": COLUMNS[n] }, n === 0 ? linked(fact.s, row[n]) : n === 1 ? linked(fact.o, row[n]) : row[n]);
  const why = table.length ? "" : chosen >= 0 ? (without(chosen) ? `${nameOf(chosen)}: ${without(chosen)}.` : `${nameOf(chosen)} has no memberships${inYear()}.`) : `No memberships${inYear()} that the search and the filters leave.`;
  $("table").replaceChildren(...(why ? [el("p", { className: "note" }, why)] : [el("table", { role: "table", "aria-labelledby": "memberships-heading" },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...columns.map(head))),
    el("tbody", { role: "rowgroup" }, ...table.slice(0, state.rows).map(([row, fact]) => el("tr", { role: "row" }, ...columns.map((n) => cell(n, row, fact))))))]));
  $("memberships-of").textContent = `${chosen >= 0 ? ` of ${nameOf(chosen)}` : ""}${inYear()}`;
  $("rows").textContent = `· ${table.length > state.rows ? `${state.rows} of ` : ""}${counted(table.length, "row", "rows")}`;
  $("more").hidden = table.length <= state.rows;
};
$("more").addEventListener("click", () => { state.rows += 5 * PAGE; drawTable(); });
