// The year, and the years running: who comes and who goes is drawn, and said under the picture.
let timer = 0;
const playing = () => timer !== 0;
const named = (list) => {
  const some = [...list].sort((a, b) => Math.min(entities[a.s].rank, bodyOf(a).rank ?? 1e9) - Math.min(entities[b.s].rank, bodyOf(b).rank ?? 1e9)).slice(0, 3);
  const words = some.map((fact) => (state.chosen < 0 ? `${shortName(fact.s)} in ${typeof fact.o === "number" ? shortName(fact.o) : fact.o}` : nameOf(fact.s === state.chosen ? fact.o : fact.s)));
  return words.join(", ") + (list.length > some.length ? ` and ${many(list.length - some.length)} more` : "");
};
const drawChanges = () => {
  if (state.year === null || (state.year === opening.year && state.chosen < 0 && !playing())) { $("changes").replaceChildren(); return; }
  const mine = current.filter((fact) => membership.has(fact.r) && (state.chosen < 0 || fact.s === state.chosen || fact.o === state.chosen));
  const come = mine.filter(begins), go = mine.filter(ends);
  const part = (list, word, key) => (list.length ? [el("span", { className: `change ${key}` }, `${many(list.length)} ${word}`), `: ${named(list)}. `] : []);
  $("changes").replaceChildren(el("strong", {}, `${state.year}. `), ...part(come, "begin", "joining"), ...part(go, "end", "leaving"), ...(come.length || go.length ? [] : ["No membership begins or ends."]));
};
const setYear = (year) => {
  state.year = year;
  update();
  remember();
};
const halt = () => {
  clearTimeout(timer);
  timer = 0;
  drawPlay();
};
const stop = () => {
  halt();
  update();
  remember();
};
const tick = () => {
  const [, to] = data.years;
  if (state.year >= to) { stop(); return; }
  state.year += 1;
  update({ running: true });
  timer = setTimeout(tick, still.matches ? 1600 : 700);
};
const play = () => {
  if (playing()) { stop(); return; }
  const [from, to] = data.years;
  if (state.year === null || state.year >= to) state.year = from;
  state.steady = written(state.year);
  timer = setTimeout(tick, still.matches ? 1600 : 700);
  drawPlay();
  update({ running: true });
};
const drawPlay = () => {
  $("play").textContent = playing() ? "❚❚ Stop" : "▶ Play";
  $("play").setAttribute("aria-pressed", playing());
  $("changes").setAttribute("aria-live", playing() ? "off" : "polite");
};
const drawYear = () => {
  const at = state.year === null ? (data.only.includes(":") && data.years ? `${data.years[0]}–${data.years[1]}` : "any date") : String(state.year);
  $("year-shown").textContent = at;
  $("year").setAttribute("aria-valuetext", at);
  $("any").checked = state.year === null;
  if (state.year !== null) $("year").value = state.year;
};
if (data.years) {
  Object.assign($("year"), { min: data.years[0], max: Math.max(data.years[1], opening.year || 0) });
  $("year").value = opening.year ?? data.years[1];
  $("when").hidden = false;
  $("any-words").textContent = data.only.includes(":") ? "All years" : "Any date";
  let soon = 0;
  $("year").addEventListener("input", () => {
    halt();
    state.steady = "";
    state.year = Number($("year").value);
    cancelAnimationFrame(soon);
    soon = requestAnimationFrame(() => update());
  });
  $("year").addEventListener("change", () => remember());
  $("year").addEventListener("keydown", (event) => { if (event.key === " ") { play(); event.preventDefault(); } });
  $("any").addEventListener("change", () => { halt(); state.steady = ""; setYear($("any").checked ? null : Number($("year").value)); });
  $("play").addEventListener("click", play);
}
