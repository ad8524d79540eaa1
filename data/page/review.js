"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const verdicts = new Map(Object.entries(data.decided));
const undone = [];
const byId = new Map(data.facts.map((fact) => [fact.id, fact]));
const make = (name, text, className) => {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};

// The text, with the words of each fact marked

function writeText() {
  const place = document.getElementById("paragraphs");
  data.paragraphs.forEach((text, index) => {
    const line = make("p");
    line.append(make("span", `${index + 1} `, "number"));
    const marks = data.facts.flatMap((fact) => fact.places.filter((p) => p.paragraph === index + 1).map((p) => ({ ...p, id: fact.id })));
    const edges = [...new Set([0, text.length, ...marks.flatMap((m) => [m.start, m.end])])].sort((a, b) => a - b);
    edges.slice(0, -1).forEach((start, n) => {
      const end = edges[n + 1];
      const over = marks.filter((m) => m.start < end && m.end > start).map((m) => m.id);
      if (!over.length) return line.append(text.slice(start, end));
      const mark = make("mark", text.slice(start, end));
      mark.dataset.facts = over.join(" ");
      mark.addEventListener("click", () => choose(over[0], true));
      line.append(mark);
    });
    place.append(line);
  });
}

// The facts

function writeFacts() {
  const list = document.getElementById("facts");
  for (const fact of data.facts) {
    const row = make("li");
    row.dataset.id = fact.id;
    const where = make("button", "", "where");
    where.type = "button";
    where.append(make("span", fact.words, "words"), " ", make("span", `${fact.basis}, paragraph ${fact.places[0].paragraph}`, "basis"));
    where.addEventListener("click", () => choose(fact.id, false));
    const choices = make("fieldset", "", "choices");
    choices.append(make("legend", fact.words));
    for (const [verdict, label] of [["accepted", "Accept"], ["rejected", "Reject"]]) {
      const box = make("input");
      box.type = "checkbox";
      box.name = verdict;
      box.addEventListener("change", () => decide(fact.id, box.checked ? verdict : null));
      const holder = make("label");
      holder.append(box, ` ${label}`);
      choices.append(holder);
    }
    for (const name of fact.changeable) {
      const field = make("input");
      field.type = "text";
      field.name = name;
      field.value = fact[name] || "";
      field.addEventListener("change", () => decide(fact.id, "accepted", { [name]: field.value.trim() }));
      const holder = make("label", `${name[0].toUpperCase()}${name.slice(1)} `);
      holder.append(field);
      choices.append(holder);
    }
    row.append(where, choices);
    list.append(row);
  }
}

function decide(id, verdict, changes) {
  const before = verdicts.get(id);
  undone.push([id, before]);
  if (verdict === null) verdicts.delete(id);
  else {
    const kept = verdict === "accepted" ? { ...(before && before.changes), ...changes } : {};
    verdicts.delete(id);
    verdicts.set(id, Object.keys(kept).length ? { verdict, changes: kept } : { verdict });
  }
  show();
}

function show() {
  for (const row of document.querySelectorAll("#facts li")) {
    const given = verdicts.get(row.dataset.id);
    const fact = byId.get(row.dataset.id);
    for (const verdict of ["accepted", "rejected"]) {
      const is = Boolean(given) && given.verdict === verdict;
      row.classList.toggle(verdict, is);
      row.querySelector(`[name="${verdict}"]`).checked = is;
    }
    for (const name of fact.changeable) {
      const changes = (given && given.changes) || {};
      row.querySelector(`[name="${name}"]`).value = name in changes ? changes[name] : fact[name] || "";
    }
  }
  const left = data.facts.filter((fact) => !verdicts.has(fact.id)).length;
  document.getElementById("progress").textContent = `${data.facts.length - left} of ${data.facts.length} decided`;
  document.getElementById("undo").disabled = !undone.length;
}

function choose(id, fromText) {
  for (const row of document.querySelectorAll("#facts li")) {
    const is = row.dataset.id === id;
    row.classList.toggle("chosen", is);
    if (is && fromText) {
      row.scrollIntoView({ block: "center" });
      row.querySelector(".where").focus({ preventScroll: true });
    }
  }
  for (const mark of document.querySelectorAll("mark")) {
    const is = mark.dataset.facts.split(" ").includes(id);
    mark.classList.toggle("chosen", is);
    if (is && !fromText) mark.scrollIntoView({ block: "center" });
  }
}

document.getElementById("accept-rest").addEventListener("click", () => {
  for (const fact of data.facts) if (!verdicts.has(fact.id)) decide(fact.id, "accepted");
});
document.getElementById("undo").addEventListener("click", () => {
  const [id, before] = undone.pop();
  verdicts.delete(id);
  if (before) verdicts.set(id, before);
  show();
});
document.getElementById("save").addEventListener("click", () => {
  const content = JSON.stringify({ text: data.digest, facts: Object.fromEntries(verdicts) }, null, 1) + "\n";
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  link.download = data.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});
document.getElementById("about").textContent = data.about;
document.getElementById("command").textContent = data.command;
writeText();
writeFacts();
show();
document.documentElement.dataset.ready = "";
