// What the page is given, and how it makes elements.
const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const el = (tag, more = {}, ...inside) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(more)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "className") made.className = value;
    else made.setAttribute(name, value);
  }
  made.append(...inside); // texts become text nodes: nothing of the data is read as HTML
  return made;
};
const { entities, relations, evidence, rules } = data;
const bodyOf = (fact) => (typeof fact.o === "number" ? entities[fact.o] : {});
const facts = data.facts.map(([s, r, o, basis, start, end, detail, rule, cited]) => ({ s, r, o, basis, start, end, detail, rule, cited }));
const membership = new Set(data.memberships), denial = new Set(data.denials);
for (const fact of facts) {
  // A membership without dates is none before its body began, and none after it was over.
  const bounded = membership.has(fact.r) ? bodyOf(fact) : {};
  fact.from = (fact.start || bounded.begun || "").slice(0, 4);
  fact.to = (fact.end || bounded.over || "").slice(0, 4);
}
// Whether two facts held at the same time, as far as their years tell.
const meet = (a, b) => (!a.from || !b.to || a.from <= b.to) && (!b.from || !a.to || b.from <= a.to);
const denies = (fact) => denial.has(fact.r);
const factsOf = entities.map(() => []);
for (const fact of facts) {
  factsOf[fact.s].push(fact);
  if (typeof fact.o === "number" && fact.o !== fact.s) factsOf[fact.o].push(fact);
}
const shortName = (i) => entities[i].short || entities[i].label || entities[i].id;
const nameOf = (end) => (typeof end === "number" ? entities[end].label || entities[end].id : end);
const compare = new Intl.Collator(undefined, { numeric: true }).compare;
const many = (number) => number.toLocaleString("en");
const counted = (number, one, more) => `${many(number)} ${number === 1 ? one : more}`;
const within = (low, value, high) => Math.max(low, Math.min(high, value));
const still = matchMedia("(prefers-reduced-motion: reduce)");
const printed = matchMedia("print");
const phone = matchMedia("(max-width: 44rem)");
const say = (text) => { $("status").textContent = text; };
