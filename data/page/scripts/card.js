// The card: what is known of what is chosen, on what grounds, and where in its text that stands.
const CARD = 300; // facts shown
const citation = (n) => [evidence[n][1] ? `paragraph ${evidence[n][1]}` : "", evidence[n][2]].filter(Boolean).join(", ");
// The paragraph of a quote, with its words marked; what the text given does not have is told.
const paragraph = (n) => {
  const place = evidence[n][3];
  if (place === undefined) return [];
  if (!place) return [el("p", { className: "note" }, "These words are not in this place of the text that the page was given.")];
  const [text, at, spans] = place, whole = data.texts[text][1][at], parts = [];
  let done = 0;
  for (const [from, to] of spans) {
    parts.push(whole.slice(done, from), el("mark", {}, whole.slice(from, to)));
    done = to;
  }
  return [el("p", { className: "paragraph" }, ...parts, whole.slice(done))];
};
const quote = (n) => {
  const [words] = evidence[n];
  if (!words) return el("cite", {}, `Source: ${citation(n)}`);
  const inText = paragraph(n);
  return el("blockquote", {}, `“${words}”`, inText.length ? el("details", {}, el("summary", {}, citation(n)), ...inText) : el("cite", {}, citation(n)));
};
const quotes = (cited) => cited.map(quote);
// What is said in a text, or happened in it, is shown where it stands.
const TOLD = ["statement", "event", "conflict", "document"];
const inItsText = (i, mine) => {
  const e = entities[i], own = (e.cited || []).filter((n) => evidence[n][0]);
  if (!TOLD.includes(e.kind) || !data.texts.length) return null;
  const cited = [...new Set(own.length ? own : mine.flatMap((fact) => fact.cited).filter((n) => evidence[n][0]))];
  const byParagraph = [...new Map(cited.filter((n) => evidence[n][3]).map((n) => [evidence[n][3].slice(0, 2).join(), n])).values()].slice(0, 3);
  if (!byParagraph.length) return null;
  return el("section", { className: "text", "aria-label": "In the text" }, ...byParagraph.flatMap((n) => [...paragraph(n), el("cite", {}, citation(n))]));
};

const span = (fact) => (fact.start && fact.end ? `${fact.start} to ${fact.end}` : fact.start ? `since ${fact.start}` : fact.end ? `until ${fact.end}` : "");
const link = (i, text) => el("a", { href: `#${encodeURIComponent(entities[i].id)}`, onclick: (event) => { event.preventDefault(); choose(i); $("card-heading").focus(); } }, text);
const quoted = (fact) => fact.cited.some((n) => evidence[n][0]);
const sentence = (fact, from, said) => {
  const other = fact.s === from ? fact.o : fact.s;
  const words = relations[fact.r][fact.s === from ? 1 : 2];
  const change = begins(fact) ? `begins in ${state.year}` : ends(fact) ? `ends in ${state.year}` : "";
  const notes = [fact.basis, fact.detail, span(fact)].filter(Boolean).join(", ");
  const rule = fact.rule >= 0 ? [el("div", { className: "note" }, rules[fact.rule])] : [];
  return el("li", { className: denies(fact) ? "denied" : "" }, `${words} `, typeof other === "number" ? link(other, nameOf(other)) : other,
    el("span", { className: "basis" }, ` (${notes})`), ...(change ? [el("span", { className: "change" }, ` ${change}`)] : []), ...rule, ...(said ? [] : quotes(fact.cited)));
};

// Who is in the same bodies at the same time, as a full member: the most first.
const together = (i) => {
  if (entities[i].kind !== "state") return [];
  const sets = memberSets("state"), mine = sets.get(i);
  if (!mine) return [];
  const shared = [...sets.keys()].filter((other) => other !== i).map((other) => [other, inCommon(mine, sets.get(other)).length]);
  return shared.filter(([, n]) => n).sort(([a, n], [b, m]) => m - n || compare(nameOf(a), nameOf(b)));
};

const drawCard = () => {
  const i = state.chosen;
  $("card").classList.toggle("empty", i < 0);
  $("card-tools").hidden = i < 0;
  if (i < 0) {
    $("card-heading").textContent = "Nothing chosen";
    $("card-body").replaceChildren(el("p", {}, "Choose something in the picture or in the list to read what is known of it, and where that stands."));
    return;
  }
  const e = entities[i], mine = factsOf[i].filter(shown);
  const also = [e.short, e.code, ...(e.also || [])].filter(Boolean).join(", ");
  // A table is the source of hundreds of facts: it is named once.
  const tables = new Set(mine.filter((fact) => !quoted(fact)).flatMap((fact) => fact.cited)), once = tables.size === 1;
  const text = inItsText(i, mine), absent = without(i), others = together(i), most = others.slice(0, 8);
  const narrow = data.bounds && i !== data.focus ? [el("p", { className: "note" }, `This page holds ${data.bounds}; there may be more of ${nameOf(i)}.`)] : [];
  $("card-heading").textContent = nameOf(i);
  $("card-body").replaceChildren(
    el("p", { className: "basis" }, [e.kind || "other", e.basis].filter(Boolean).join(", ") + (also ? ` · also ${also}` : "")),
    ...(absent ? [el("p", { className: "absent" }, `${absent[0].toUpperCase()}${absent.slice(1)}.`)] : []), ...narrow,
    ...(e.says ? [el("p", {}, e.says)] : []), ...(text ? [text] : quotes(e.cited || [])),
    ...(once ? [el("p", { className: "note" }, `Source: ${evidence[[...tables][0]][2]}`)] : []),
    ...(most.length ? [el("p", { className: "together" }, `Most in common${inYear()}: `, ...most.flatMap(([other, n], at) => [at ? ", " : "", link(other, nameOf(other)), ` ${n}`]), others.length > most.length ? `; ${many(others.length - most.length)} more share at least one.` : ".")] : []),
    ...(mine.length ? [el("h3", {}, counted(mine.length, "fact", "facts"), inYear())] : []),
    el("ul", {}, ...mine.slice(0, CARD).map((fact) => sentence(fact, i, once && !quoted(fact)))),
    ...(mine.length > CARD ? [el("p", {}, `${mine.length - CARD} more: narrow the year or the filters.`)] : []),
    ...(mine.length || absent ? [] : [el("p", {}, "Nothing that the filters leave.")]));
};
