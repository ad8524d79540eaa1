// What is chosen, what is let through, and what of the graph is left by that.
const PAGE = 200; // rows of a table shown at once
const present = [...new Set(entities.map((e) => e.kind))];
const allBases = [...new Set([...data.bases, ...facts.map((f) => f.basis)])];
const own = data.years && within(data.years[0], Number.parseInt(data.asOf, 10), Math.max(data.years[1], Number.parseInt(data.asOf, 10)));
const opening = { year: data.years && !data.any ? own : null, chosen: data.focus, kinds: present.filter((kind) => !data.background.includes(kind)) };
const state = { query: "", year: opening.year, chosen: -1, sort: 0, down: false, rows: PAGE, steady: "" };
const kinds = new Set(opening.kinds), bases = new Set(allBases);

const written = (year) => String(year).padStart(4, "0");
const holds = (fact) => state.year === null || ((!fact.from || fact.from <= written(state.year)) && (!fact.to || fact.to >= written(state.year)));
const kindShown = (i) => kinds.has(entities[i].kind) || i === state.chosen; // choosing wins over the filters too
const shown = (fact) => bases.has(fact.basis) && holds(fact);
const begins = (fact) => state.year !== null && Boolean(fact.start) && fact.from === written(state.year) && state.year > (data.years || [0])[0];
const ends = (fact) => state.year !== null && Boolean(fact.end) && fact.to === written(state.year);

let current = [], there = new Set(); // the facts that are shown, and what they are about
const reckon = () => {
  current = facts.filter(shown);
  there = new Set();
  for (const fact of current) {
    there.add(fact.s);
    if (typeof fact.o === "number") there.add(fact.o);
  }
};
const inYear = () => (state.year !== null ? ` in ${state.year}` : data.years && data.only.includes(":") ? `, ${data.years[0]}–${data.years[1]}` : "");

// Why something has no memberships in the year: when it first had some, or last; and the nearest year in which it has.
const gap = (list) => {
  if (state.year === null || !list.length || list.some(holds)) return {};
  const year = written(state.year);
  const later = list.map((f) => f.from).filter((from) => from > year).sort()[0];
  const before = list.map((f) => f.to).filter((to) => to && to < year).sort().pop();
  return { year: Number(later || before), when: later && before ? `last in ${before}, again in ${later}` : later ? `first in ${later}` : `last in ${before}` };
};
const dated = (list) => gap(list).when || "";
const membershipsOf = (i) => factsOf[i].filter((f) => membership.has(f.r) && bases.has(f.basis));
const without = (i) => {
  const when = dated(membershipsOf(i));
  return when && `no memberships in ${state.year}; ${when}`;
};
