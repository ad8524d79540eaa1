// Search that forgives case, accents, signs and slips of the hand, over every name that an entity goes by.
const LETTERS = { ø: "o", æ: "ae", œ: "oe", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ħ: "h", ß: "ss" };
const normal = (text) => {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[øæœłđðþıħß]/g, (letter) => LETTERS[letter]);
  const words = plain.replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (letters) => letters.replaceAll(".", ""));
  return (words.match(/[\p{L}\p{N}]+(?:[+#]+(?![\p{L}\p{N}]))?/gu) || []).join(" ");
};
const names = entities.map((e) => {
  const given = [e.label, e.short, e.id, e.code, ...(e.also || []), ...(e.known || [])].filter(Boolean);
  return [...new Map(given.map((text) => [normal(text), text]))].map(([key, text]) => ({ key, text }));
});

// How well a name fits what is searched for: 4 the same, 3 its beginning, 2 the beginning of a word, 1 any part, 0 not.
const fitting = (key, query) => {
  if (key === query) return 4;
  if (key.startsWith(query)) return 3;
  if (` ${key}`.includes(` ${query}`)) return 2;
  return query.split(" ").every((word) => key.includes(word)) ? 1 : 0;
};

// The least number of letters to put in, leave out, replace or swap; more than `most` is all the same.
const slips = (a, b, most) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [], last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
};
const allowed = (length) => (length < 3 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3);
const apart = (key, query, most) => {
  const parts = query.includes(" ") ? [key] : [key, ...key.split(" ")];
  const begun = query.length > 3 ? parts.map((part) => part.slice(0, query.length)) : [];
  return Math.min(...[...parts, ...begun].map((part) => slips(part, query, most)));
};

// What a search finds: entities with how well they fit; if none does, `near` are those that are written nearly so.
const search = (typed) => {
  const query = normal(typed), found = new Map();
  if (!query) return { query, found: null, near: [], alias: new Map() };
  const alias = new Map();
  names.forEach((list, i) => {
    let best = 0;
    for (const { key, text } of list) {
      const fits = fitting(key, query);
      if (fits > best) { best = fits; alias.set(i, text); }
    }
    if (best) found.set(i, best);
  });
  if (found.size) return { query, found, near: [], alias };
  const most = Math.max(allowed(query.length), query.length > 3 ? Math.floor(query.length / 2) : 0);
  const near = [];
  names.forEach((list, i) => {
    let best = most + 1;
    for (const { key, text } of list) {
      const far = apart(key, query, Math.min(most, best));
      if (far < best) { best = far; alias.set(i, text); }
    }
    if (best <= most) near.push([best, i]);
  });
  near.sort(([a, i], [b, j]) => a - b || entities[i].rank - entities[j].rank);
  const close = near.filter(([far]) => far <= allowed(query.length) && far <= near[0][0] + 1).slice(0, 12);
  for (const [far, i] of close) found.set(i, 1 - far / 10);
  return { query, found, near: (close.length ? close : near.slice(0, 3)).map(([, i]) => i), alias, slipped: close.length > 0 };
};
let searched = search("");
const matches = (i) => searched.found === null || searched.found.has(i);
