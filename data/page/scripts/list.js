// The list of entities: what the search finds, the best first; what is not there in the year, last and with its years.
const drawList = () => {
  const fits = (i) => (searched.found ? searched.found.get(i) : 0), gone = (i) => state.year !== null && !there.has(i);
  const found = entities.map((_, i) => i).filter((i) => kindShown(i) && matches(i));
  found.sort((a, b) => gone(a) - gone(b) || fits(b) - fits(a) || compare(entities[a].label, entities[b].label));
  const at = found.includes(state.chosen) ? state.chosen : found[0];
  const alias = (i) => { const text = searched.found ? searched.alias.get(i) : ""; return text && text !== nameOf(i) && text !== entities[i].id ? el("span", { className: "alias" }, text) : ""; };
  $("list").replaceChildren(...found.map((i) => el("li", { role: "option", "data-i": i, "aria-selected": i === state.chosen, tabindex: i === at ? 0 : -1, ...(gone(i) ? { className: "gone" } : {}) },
    el("span", {}, nameOf(i)), alias(i), el("small", {}, (gone(i) && dated(factsOf[i].filter((f) => bases.has(f.basis)))) || entities[i].kind || "other"))));
  $("list").classList.toggle("long", found.length > 300);
  const now = found.filter((i) => !gone(i)).length;
  $("count").textContent = state.year === null || now === found.length ? many(found.length) : `${many(now)} of ${many(found.length)} in ${state.year}`;
  drawFound(found);
  return now;
};
const drawFound = (found) => {
  const typed = state.query.trim(), note = $("found");
  if (!searched.query && !typed) note.replaceChildren();
  else if (searched.slipped) note.replaceChildren(`Nothing is called “${typed}”. Written nearly so:`);
  else if (searched.found && searched.found.size && !found.length) {
    const hidden = [...new Set([...searched.found.keys()].map((i) => data.kinds[entities[i].kind] || "others"))];
    note.replaceChildren(`“${typed}” is found among ${hidden.join(", ")} only, which the filters leave out.`);
  } else if (searched.found === null || !searched.found.size) {
    const links = searched.near.flatMap((i, n) => [n ? ", " : "", link(i, nameOf(i))]);
    note.replaceChildren(`Nothing is called “${typed}”.`, ...(links.length ? [" Nearest: ", ...links, "."] : [" Nothing is written nearly so."]));
  } else note.replaceChildren();
  return note.textContent;
};
const move = (option) => {
  if (!option) return;
  for (const other of $("list").querySelectorAll('[tabindex="0"]')) other.tabIndex = -1;
  option.tabIndex = 0;
  option.focus();
};
const optionOf = (i) => $("list").querySelector(`[data-i="${i}"]`);
const drawListSelection = () => {
  for (const option of $("list").children) option.setAttribute("aria-selected", Number(option.dataset.i) === state.chosen);
};
$("list").addEventListener("click", (event) => {
  const option = event.target.closest("[data-i]");
  if (option) { choose(Number(option.dataset.i)); move(optionOf(option.dataset.i)); }
});
$("list").addEventListener("focus", () => move($("list").querySelector('[tabindex="0"]')));
$("list").addEventListener("focusin", (event) => { const option = event.target.closest("[data-i]"); if (option) point(Number(option.dataset.i)); });
$("list").addEventListener("focusout", () => point(-1));
$("list").addEventListener("keydown", (event) => {
  const at = event.target.closest("[data-i]");
  const steps = { ArrowDown: () => at.nextElementSibling, ArrowUp: () => at.previousElementSibling, Home: () => $("list").firstElementChild, End: () => $("list").lastElementChild };
  if (!at) return;
  if (steps[event.key]) move(steps[event.key]());
  else if (event.key === "Enter" || event.key === " ") { choose(Number(at.dataset.i)); move(optionOf(at.dataset.i)); }
  else return;
  event.preventDefault();
});
