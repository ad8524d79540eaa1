// All together: everything that is shown follows the state, and the state follows the address.
const drawAbout = () => {
  const whole = `${counted(entities.length, "entity", "entities")}, ${counted(facts.length, "fact", "facts")}`;
  const dateOf = data.only ? (data.only === "any" ? "of any date" : `of ${data.only.replace(":", "–")}`) : `as of ${data.asOf}`;
  const now = state.year === null ? `${whole}${data.only ? " " : ", "}${dateOf}` : `In ${state.year}: ${counted(there.size, "entity", "entities")}, ${counted(current.length, "fact", "facts")} (of ${many(entities.length)} and ${many(facts.length)}, ${dateOf})`;
  $("about").textContent = [[now, data.bounds].filter(Boolean).join(", "), ...data.notes.map((note) => note.replace(/\.$/, ""))].join(". ");
  $("year-of").textContent = state.year !== null ? `in ${state.year}` : "";
  const title = [state.chosen >= 0 ? nameOf(state.chosen) : "", data.title || "blocs"].filter(Boolean).join(" · ");
  if (document.title !== title) document.title = title;
};
const inSight = (id) => { const { top, bottom } = $(id).getBoundingClientRect(); return bottom > 0 && top < innerHeight; };
const update = ({ names = false, running = false } = {}) => {
  reckon();
  state.rows = PAGE;
  const found = drawList();
  drawPicture(); drawAbout();
  // While the years run, what is out of sight waits until they stop.
  if (!running || inSight("memberships")) drawTable();
  if (!names) { drawCard(); if (!running || inSight("overlap")) drawMatrix(); } // these know nothing of the search
  if (data.years) { drawYear(); drawChanges(); }
  if (!running) say(`${found} entities and ${current.length} facts${data.years ? `, ${$("year-shown").textContent}` : ""}${$("found").textContent ? `. ${$("found").textContent}` : ""}`);
};
const arrive = () => {
  readAddress();
  searched = search(state.query);
  $("search").value = state.query;
  for (const box of document.querySelectorAll("#kinds input")) box.checked = kinds.has(box.value);
  for (const box of document.querySelectorAll("#bases input")) box.checked = bases.has(box.value);
  arranged = arranged === "near" ? "near" : "";
  state.steady = "";
  update();
  if (state.chosen >= 0 && optionOf(state.chosen)) move.quietly(optionOf(state.chosen));
};
move.quietly = (option) => {
  for (const other of $("list").querySelectorAll('[tabindex="0"]')) other.tabIndex = -1;
  option.tabIndex = 0;
};
const lookFor = (text, step = true) => {
  state.query = text;
  searched = search(text);
  update({ names: true });
  remember(step);
};

const check = (set, value, words, key) => {
  const box = el("input", { type: "checkbox", value, onchange: () => {
    if (box.checked) set.add(value); else set.delete(value);
    if (set === kinds && arranged !== "near") arranged = "";
    update();
    remember();
  } });
  box.checked = set.has(value);
  return el("label", { className: "check" }, box, el("span", { className: key }, words));
};
$("kinds").append(...Object.keys(data.kinds).filter((kind) => present.includes(kind)).map((kind) => check(kinds, kind, data.kinds[kind], `key ${kind}`)));
$("bases").append(...allBases.map((basis) => check(bases, basis, basis, "")));
$("all-again").addEventListener("click", () => {
  const { year } = whyEmpty();
  if (year) { setYear(year); return; }
  kinds.clear();
  bases.clear();
  for (const kind of opening.kinds) kinds.add(kind);
  for (const basis of allBases) bases.add(basis);
  for (const box of document.querySelectorAll("#kinds input")) box.checked = kinds.has(box.value);
  for (const box of document.querySelectorAll("#bases input")) box.checked = true;
  update();
  remember();
});

// Where the data are from, in short above and in full below.
const cited = data.sources.flatMap((one) => (one.label === data.title ? [...one.from, ...one.cite.filter((text) => !text.startsWith(one.label))] : [one.label, ...one.from]));
$("source").textContent = cited.length ? `Source: ${cited.join("; ").replace(/\.$/, "")}.` : "";
$("source").title = $("source").textContent;
$("sources").append(...data.sources.flatMap((one) => [
  el("p", {}, el("strong", {}, one.label), one.from.length ? `, from ${one.from.join("; ")}` : ""),
  el("ul", {}, ...one.cite.filter((text) => !text.startsWith(one.label)).map((text) => el("li", {}, text)), ...one.faults.map((text) => el("li", {}, text)))]));
$("unread").hidden = !data.unread.length;
for (const said of data.unread) $("unread").lastElementChild.append(el("li", {}, said));
$("about-data").hidden = !data.sources.length;

let typing = 0;
$("search").addEventListener("input", () => { cancelAnimationFrame(typing); typing = requestAnimationFrame(() => lookFor($("search").value, false)); });
$("search").addEventListener("keydown", (event) => {
  if (!["ArrowDown", "Enter"].includes(event.key)) return;
  cancelAnimationFrame(typing); // a quick hand presses Enter before the list has followed
  lookFor($("search").value, false);
  const first = $("list").firstElementChild;
  if (event.key === "ArrowDown") { move(first); event.preventDefault(); }
  else if (first) choose(Number(first.dataset.i));
});
$("search").addEventListener("change", () => remember());
$("closer").addEventListener("click", () => zoom(1.4));
$("farther").addEventListener("click", () => zoom(1 / 1.4));
$("fit").addEventListener("click", () => { if (state.chosen >= 0) choose(-1); else fit(); });
$("back").addEventListener("click", takeBack);
$("low").addEventListener("click", () => { const low = $("card").classList.toggle("low"); $("low").setAttribute("aria-expanded", !low); });
$("lines").addEventListener("change", () => { drawPicture(); remember(); });
addEventListener("keydown", (event) => { if (event.key === "Escape" && !event.defaultPrevented && event.target.id !== "by" && event.target.id !== "measure") { takeBack(); event.preventDefault(); } });
const restyle = () => cy.style(pictureStyle());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
// A canvas is not drawn anew while a page is printed: on paper the picture stands as it would be saved.
const onPaper = () => { restyle(); $("paper").replaceChildren(document.importNode(svgOf(scene()), true)); };
addEventListener("beforeprint", onPaper);
addEventListener("afterprint", restyle);
printed.addEventListener("change", onPaper);
let room = "";
new ResizeObserver(() => {
  const now = `${$("canvas").clientWidth} ${$("canvas").clientHeight}`;
  if (now === room || !$("canvas").clientWidth) return;
  room = now;
  cy.resize();
  fit();
}).observe($("canvas"));
if (innerWidth < 700) $("filters").open = false;
if (data.years) drawPlay();
arrive();
if (phone.matches && state.chosen >= 0) $("low").click(); // the picture first
for (const moment of ["popstate", "hashchange"]) addEventListener(moment, () => { if (location.hash.slice(1) !== lastAddress) { if (playing()) halt(); arrive(); } });
document.documentElement.dataset.ready = "yes";
window.blocsPage = { cy };
