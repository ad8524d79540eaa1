// What can be taken along: a link, the picture, the table.
const slug = (text) => normal(text).replaceAll(" ", "-").slice(0, 60) || "blocs";
const fileName = (ending) => `${[slug(data.title || "blocs"), state.chosen >= 0 ? slug(nameOf(state.chosen)) : "", state.year === null ? "" : state.year].filter(Boolean).join("-")}.${ending}`;
const save = (blob, name, where) => {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  $(where).textContent = "Saved.";
  $(where).title = name;
};
const savePicture = async (form) => {
  const drawn = scene();
  save(form === "svg" ? asSvg(drawn) : await asPng(drawn), fileName(form), "saved");
};

const intoClipboard = async (text, back) => {
  try { await navigator.clipboard.writeText(text); return true; } catch {
    const area = el("textarea", { "aria-label": "Text to copy" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy"); // a file opened from disk may have no other way
    area.remove();
    back.focus();
    return done;
  }
};
const REFUSED = "The browser did not let the page copy.";
const copyLink = async () => {
  const done = await intoClipboard(location.href, $("copy-link"));
  $("linked").textContent = !done ? REFUSED : location.protocol === "file:" ? "Copied. It opens this view of the file on this computer." : "Copied. It opens this view.";
};

// A spreadsheet runs a cell that begins with one of these signs; a quote before it keeps it text.
const safe = (text) => text.replace(/[\t\r\n]+/g, " ").replace(/^(?=[=+@]|-(?![\d.]*$))/, "'");
const copyTable = async () => {
  const text = [COLUMNS, ...table.map(([row]) => row)].map((row) => row.map(safe).join("\t")).join("\n") + "\n";
  $("copied").textContent = (await intoClipboard(text, $("copy"))) ? `${counted(table.length, "row", "rows")} copied, for a spreadsheet.` : REFUSED;
};
// The columns are those of `blocs export --format csv`, which blocs reads; the mark before them tells a spreadsheet that
// it is UTF-8. Each quote stands word for word in a column of its own.
const csvRow = (fact) => {
  const id = (end) => (typeof end === "number" ? entities[end].id : "");
  const row = { member: nameOf(fact.s), organization: nameOf(fact.o), role: fact.detail || "full", start: fact.start, end: fact.end, basis: fact.basis, quote: "", paragraph: "", source: "", member_id: id(fact.s), organization_id: id(fact.o) };
  fact.cited.forEach((n, at) => {
    const more = at ? ` ${at + 1}` : "", [words, number, source] = evidence[n];
    Object.assign(row, { [`quote${more}`]: words, [`paragraph${more}`]: number ? String(number) : "", [`source${more}`]: source });
  });
  return row;
};
const saveTable = () => {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const given = table.map(([, fact]) => csvRow(fact)), columns = [...new Set(given.flatMap(Object.keys))];
  const rows = [columns, ...given.map((row) => columns.map((name) => safe(row[name] || "")))].map((row) => row.map(cell).join(","));
  save(new Blob([`\u{FEFF}${rows.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" }), fileName("csv"), "copied");
};
$("copy-link").addEventListener("click", copyLink);
$("save-svg").addEventListener("click", () => savePicture("svg"));
$("save-png").addEventListener("click", () => savePicture("png"));
$("copy").addEventListener("click", copyTable);
$("save-csv").addEventListener("click", saveTable);
