// The address says what is chosen and set, and gives it back: a link shows what its sender saw, and "back" goes back.
const MEASURES = ["shared", "jaccard"], ROWS = ["state", "body"];
const fragment = () => {
  const parts = [], off = (all, set) => all.filter((one) => !set.has(one)).map((one) => encodeURIComponent(one || "other")).join(",");
  if (state.chosen >= 0) parts.push(encodeURIComponent(entities[state.chosen].id));
  else if (opening.chosen >= 0) parts.push("choice=none");
  if (state.year !== opening.year) parts.push(`year=${state.year === null ? "any" : state.year}`);
  if (off(opening.kinds, kinds)) parts.push(`without=${off(opening.kinds, kinds)}`);
  const more = [...kinds].filter((kind) => !opening.kinds.includes(kind));
  if (more.length) parts.push(`with=${more.map((kind) => encodeURIComponent(kind || "other")).join(",")}`);
  if (off(allBases, bases)) parts.push(`without-basis=${off(allBases, bases)}`);
  if (state.query) parts.push(`search=${encodeURIComponent(state.query)}`);
  if ($("by").value !== "state" || $("measure").value !== "shared") parts.push(`overlap=${$("by").value},${$("measure").value}`);
  if (state.sort || state.down) parts.push(`sort=${state.sort}${state.down ? "-down" : ""}`);
  if ($("lines").checked) parts.push("lines=all");
  return parts.join("&");
};
let lastAddress = location.hash.slice(1);
const remember = (step = true) => {
  const now = fragment();
  if (now === lastAddress) return;
  lastAddress = now;
  const url = now ? `#${now}` : location.href.split("#")[0];
  try { history[step ? "pushState" : "replaceState"](null, "", url); } catch { /* from disk, some browsers forbid it */ }
};

// Sets the state to what the address says; what it says in vain is told.
const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
// By its id, else by a name that no other has: an address may be written by hand.
const called = (id) => {
  const found = entities.findIndex((e) => e.id === id), key = normal(id);
  const by = found < 0 && key ? names.flatMap((list, i) => (list.some((name) => name.key === key) ? [i] : [])) : [];
  return found >= 0 ? found : by.length === 1 ? by[0] : -1;
};
const readAddress = () => {
  lastAddress = location.hash.slice(1);
  const said = new Map(), vain = [];
  for (const part of lastAddress.split("&").filter(Boolean)) {
    const at = part.indexOf("=");
    said.set(at < 0 ? "" : part.slice(0, at), at < 0 ? decoded(part) : part.slice(at + 1));
  }
  const listed = (name, all, what) => (said.get(name) || "").split(",").filter(Boolean).map(decoded).map((word) => (word === "other" && !all.includes(word) ? "" : word)).filter((word) => {
    if (!all.includes(word)) vain.push(`the ${what} “${word}”`);
    return all.includes(word);
  });
  const id = said.get("");
  state.chosen = said.get("choice") === "none" ? -1 : id ? called(id) : opening.chosen;
  if (id && state.chosen < 0) vain.push(`“${id}”`);
  const year = said.get("year");
  state.year = opening.year;
  if (year !== undefined) {
    if (data.years && year === "any") state.year = null;
    else if (data.years && /^\d+$/.test(year) && Number(year) >= data.years[0] && Number(year) <= Math.max(own, data.years[1])) state.year = Number(year);
    else vain.push(`the year ${decoded(year)}`);
  }
  const off = listed("without", present, "kind"), on = listed("with", present, "kind"), weak = listed("without-basis", allBases, "basis");
  kinds.clear();
  for (const kind of [...opening.kinds, ...on]) if (!off.includes(kind)) kinds.add(kind);
  bases.clear();
  for (const basis of allBases) if (!weak.includes(basis)) bases.add(basis);
  state.query = decoded(said.get("search") || "");
  const [by, measure] = (said.get("overlap") || "state,shared").split(",");
  $("by").value = ROWS.includes(by) ? by : "state";
  $("measure").value = MEASURES.includes(measure) ? measure : "shared";
  const [sort, down] = (said.get("sort") || "0").split("-");
  state.sort = within(0, Number.parseInt(sort, 10) || 0, COLUMNS.length - 1);
  state.down = down === "down";
  $("lines").checked = said.get("lines") === "all";
  $("notice").textContent = vain.length ? `The address asks for ${vain.join(" and ")}, which this page does not have.` : "";
};
