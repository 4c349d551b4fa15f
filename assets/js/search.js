// Search: asks for the few files of the index that hold the words of the query, and shows what they name.
// A classic script, like the files that it asks for: from a folder, browsers read no modules and no data.
"use strict";

(() => {
  const tool = document.querySelector(".search-tool");
  const input = tool.querySelector("input");
  const status = tool.querySelector("[role=status]");
  const found = tool.querySelector(".search-found");
  const list = tool.querySelector(".search-results");
  const more = tool.querySelector(".search-more");
  const filters = tool.querySelector(".search-filters");
  const browse = document.querySelector(".browse");
  const words = tool.dataset;
  const number = new Intl.NumberFormat(words.locale, { useGrouping: true });
  const FIRST = 10;
  const FILES_OF_A_PREFIX = 3;
  const WEIGHT = { A: 16, B: 14, C: 10, D: 4, E: 1 };
  const AS_ONE_TYPES = 80;
  const SEEN_FIRST = 4;
  const asked = new Map();
  const chosen = new Map();
  const facets = new Map();
  let table, folder, turn = 0, shown = FIRST, last = null;

  // ---------------------------------------------------------------- files

  /** Called by each file of search with what it holds. */
  window.takeSearch = (value) => {
    const script = document.currentScript;
    if (script.taken) return script.taken(value);
    folder = new URL(".", script.src).href;
    start(value);
  };

  function ask(name) {
    if (!asked.has(name)) {
      const answer = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.taken = resolve;
        script.onerror = () => reject(new Error(name));
        script.src = folder + name + ".js";
        document.head.append(script);
      });
      asked.set(name, answer);
      answer.catch(() => asked.delete(name));
    }
    return asked.get(name);
  }

  const nameOf = (names, at) => names.slice(at * 6, at * 6 + 6);
  const rows = async (at) => (await ask(`w${at}.${nameOf(table.shards, at)}`)).split("\n");
  const cards = (at) => ask(`c${at}.${nameOf(table.cards, at)}`);

  // ---------------------------------------------------------------- the index

  /** Numbers of records that are written as distances. */
  function numbers(written) {
    let sum = 0;
    return written.split(".").map((step) => (sum += parseInt(step, 36)));
  }

  /** Whether one word stands before another: by code points, as the index was made. */
  function isBefore(one, other) {
    const [first, second] = [[...one], [...other]];
    const at = first.findIndex((char, place) => char !== second[place]);
    return at < 0 ? first.length < second.length : second[at] !== undefined && first[at].codePointAt(0) < second[at].codePointAt(0);
  }

  /** The file that a word would be in. */
  function placeOf(word) {
    let [low, high] = [0, table.words.length];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (isBefore(word, table.words[middle])) high = middle;
      else low = middle;
    }
    return low;
  }

  function add(into, row, worth) {
    for (const [, rank, written] of row.matchAll(/([A-E])([0-9a-z.]+)/g)) {
      for (const record of numbers(written)) {
        const is = WEIGHT[rank] * worth + (rank < "D" && worth === 1 ? bonus(record) : 0);
        if (is > (into.get(record) ?? 0)) into.set(record, is);
      }
    }
  }

  /** A person or a place before the stories that have the name in their titles. */
  const bonus = (record) => (["stories", "sources", "pages"].includes(kindOf(record)[1]) ? 0 : 2);
  const kindOf = (record) => [...table.kinds].reverse().find(([first]) => first <= record);

  /** The records that have one of these words, or a word that begins so. */
  async function withOneOf(forms) {
    const result = new Map();
    await Promise.all(
      forms.map(async (form) => {
        // Words that begin so may fill several files: the next is read only where there is little in the last.
        let at = placeOf(form);
        for (const end = at + FILES_OF_A_PREFIX; at < end; at++) {
          for (const row of await rows(at)) {
            if (!row.startsWith(form)) continue;
            const word = /^[^A-E]*/.exec(row)[0];
            add(result, row, word === form ? 1 : 0.4 + 0.4 * (form.length / word.length));
          }
          if (result.size >= FIRST || !table.words[at + 1]?.startsWith(form)) break;
        }
      }),
    );
    return result;
  }

  /** The records that have a word one letter away from one of these, and these words. */
  async function nearTo(forms, terms) {
    const result = new Map();
    for (const form of forms.filter((each) => each.length > 3)) {
      for (const part of await Promise.all(likelyPlaces(form).map(rows))) {
        for (const row of part) {
          const word = /^[^A-E]*/.exec(row)[0];
          if (!isNear(word, form)) continue;
          terms.add(word);
          add(result, row, word[0] === form[0] ? 0.5 : 0.4);
        }
      }
    }
    return result;
  }

  /** The files in which most words are that are one letter away. */
  function likelyPlaces(form) {
    const letters = [...new Set(table.words.join(""))];
    const count = new Map();
    const consider = (word) => {
      const at = placeOf(word);
      count.set(at, (count.get(at) ?? 0) + 1);
    };
    for (let at = 0; at <= Math.min(form.length, 4); at++) {
      const [head, rest] = [form.slice(0, at), form.slice(at)];
      if (rest) consider(head + rest.slice(1));
      if (rest.length > 1) consider(head + rest[1] + rest[0] + rest.slice(2));
      for (const letter of letters) {
        consider(head + letter + rest);
        if (rest) consider(head + letter + rest.slice(1));
      }
    }
    const main = placeOf(form);
    count.delete(main);
    return [main, ...[...count.keys()].sort((one, other) => count.get(other) - count.get(one)).slice(0, 4)];
  }

  /** Whether one letter is missing, too many, another one, or has changed places with its neighbour. */
  function isNear(one, other) {
    if (Math.abs(one.length - other.length) > 1 || one === other) return false;
    let at = 0;
    while (one[at] === other[at]) at++;
    const [first, second] = [one.slice(at), other.slice(at)];
    return (
      first.slice(1) === second.slice(1) ||
      first === second.slice(1) ||
      first.slice(1) === second ||
      (first[0] === second[1] && first[1] === second[0] && first.slice(2) === second.slice(2))
    );
  }

  // ---------------------------------------------------------------- a query

  /** What a text must hold, at first without neighbours joined: these are rare, and would be more files to read. */
  function groupsOf(query) {
    const whole = folding.foldQuery(query);
    const own = new Set(query.split(/\s+/).flatMap((word) => folding.foldWords(word)));
    const apart = whole.map((group) => {
      const forms = group.filter((form) => own.has(form));
      // Whoever has القدس in the index has قدس there too.
      const barest = forms.filter((form) => !folding.foldWords(form).some((other) => other !== form && forms.includes(other)));
      return barest.length ? barest : group;
    });
    return [apart, whole];
  }

  async function recordsOf(query) {
    const [apart, whole] = groupsOf(query);
    if (!whole.length) return null;
    const terms = new Set(whole.flat());
    let records = await all(apart, withOneOf);
    if (!records.size && whole.flat().length > apart.flat().length) records = await all(whole, withOneOf);
    let near = false;
    if (!records.size) {
      near = true;
      records = await all(apart, async (group) => {
        const exact = await withOneOf(group);
        return exact.size ? exact : nearTo(group, terms);
      });
    }
    const ranked = [...records].sort(([a, one], [b, other]) => other - one || b - a).map(([record]) => record);
    return { ranked, terms: [...terms], near };
  }

  async function all(groups, find) {
    const results = await Promise.all(groups.map(find));
    const [first, ...others] = results.sort((one, other) => one.size - other.size);
    const sum = new Map();
    for (const [record, worth] of first) {
      if (others.every((other) => other.has(record))) sum.set(record, others.reduce((so, other) => so + other.get(record), worth));
    }
    return sum;
  }

  async function search() {
    const mine = ++turn;
    const query = input.value.trim();
    remember(query);
    try {
      const result = query ? await recordsOf(query) : null;
      if (mine !== turn) return;
      last = result;
      if (result && chosen.size) await loadFacets();
      if (mine === turn) await show(mine);
    } catch {
      if (mine === turn) say(words.failed);
    }
  }

  /** The query stands in the address, so that it can be sent to somebody and found again. */
  function remember(query) {
    const address = new URL(location.href);
    address.search = "";
    if (query) address.searchParams.set("q", query);
    for (const [name, values] of chosen) for (const value of values) address.searchParams.append(name, value);
    try {
      history.replaceState(null, "", address);
    } catch {
      // A browser may refuse it on a page from a folder; the query is then not kept.
    }
  }

  // ---------------------------------------------------------------- what is shown

  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };

  async function show(mine) {
    browse.hidden = Boolean(last);
    found.hidden = !last?.ranked.length;
    if (found.hidden) list.replaceChildren();
    if (!last) return say("");
    const records = last.ranked.filter((record) => passes(record));
    const text = !last.ranked.length ? words.none : last.near ? words.near : words.found;
    say(text.replace("{count}", number.format(records.length)));
    more.hidden = records.length <= shown;
    const wanted = records.slice(0, shown);
    // On a slow line the first few are there sooner than all.
    for (const some of list.childElementCount || wanted.length <= SEEN_FIRST ? [wanted] : [wanted.slice(0, SEEN_FIRST), wanted]) {
      const ready = await Promise.all(some.map(async (record) => [record, (await cards(Math.floor(record / 20)))[record % 20]]));
      if (mine !== turn) return;
      const focused = links().indexOf(document.activeElement);
      list.replaceChildren(...byName(ready).map((each) => item(...each)));
      if (focused >= 0) links()[focused]?.focus();
    }
    if (filters.open) await showFacets();
  }

  /** What is called just so comes first, then what begins so: others have the word in their names as well. */
  function byName(results) {
    const query = folding.fold(input.value);
    const worth = ([, [, title]]) => {
      const folded = folding.fold(title);
      return folded === query ? 2 : folded.startsWith(query) ? 1 : 0;
    };
    return [...results].sort((one, other) => worth(other) - worth(one));
  }

  function item(record, [href, title, life, summary, , titleTongue, summaryTongue]) {
    const element = document.createElement("li");
    element.className = "result";
    const heading = part("h2", "result-title", "", titleTongue);
    const link = part("a", "", "");
    link.href = words.home + href;
    link.append(...marked(title));
    heading.append(link);
    const line = part("p", "result-kind", kindOf(record)[2]);
    if (life) {
      const years = part("bdi", "result-life", "");
      years.append(...marked(life));
      line.append(" · ", years);
    }
    element.append(heading, line);
    if (summary) {
      const text = part("p", "result-summary", "", summaryTongue);
      text.append(...marked(summary));
      element.append(text);
    }
    return element;
  }

  function part(name, className, text, tongue) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    if (tongue) [element.lang, element.dir] = tongue.split(" ");
    return element;
  }

  /** The text as it is written, with the words marked that the query found. */
  function marked(text) {
    const [folded, offsets] = folding.foldMap(text);
    const pieces = [];
    let done = 0;
    for (const { index, 0: word } of folded.matchAll(/[^ ]+/g)) {
      const from = offsets[index];
      const end = index + word.length < folded.length ? offsets[index + word.length] : text.length;
      const written = text.slice(from, end).replace(/[^\p{L}\p{M}\p{N}]+$/u, "");
      if (from < done || !folding.foldWords(written).some((form) => last.terms.some((term) => form.startsWith(term)))) continue;
      pieces.push(text.slice(done, from), part("mark", "", written));
      done = from + written.length;
    }
    return [...pieces, text.slice(done)];
  }

  // ---------------------------------------------------------------- filters

  async function loadFacets() {
    if (facets.size) return;
    const kinds = table.kinds.map(([first, name, , label], at) => {
      const end = table.kinds[at + 1]?.[0] ?? table.count;
      return [name, label, new Set(Array.from({ length: end - first }, (_, step) => first + step))];
    });
    const others = await ask(`filters.${table.filters}`);
    facets.set("kind", kinds.reverse());
    for (const [name, values] of others) {
      facets.set(name, values.map(([value, label, written]) => [value, label, new Set(numbers(written))]));
    }
  }

  /** Whether a record is what the reader has chosen, one facet left aside. */
  function passes(record, aside) {
    for (const [name, values] of chosen) {
      const facet = facets.get(name);
      if (name !== aside && facet && !facet.some(([value, , records]) => values.has(value) && records.has(record))) return false;
    }
    return true;
  }

  async function showFacets() {
    await loadFacets();
    for (const fieldset of tool.querySelectorAll("[data-facet]")) {
      const name = fieldset.dataset.facet;
      const records = last ? last.ranked.filter((record) => passes(record, name)) : [];
      const box = fieldset.lastElementChild;
      const focused = document.activeElement?.value;
      const holds = box.contains(document.activeElement);
      const choices = (facets.get(name) ?? []).flatMap(([value, label, all]) => {
        const count = records.filter((record) => all.has(record)).length;
        return count || chosen.get(name)?.has(value) ? [choice(name, value, label, count)] : [];
      });
      box.replaceChildren(...choices);
      fieldset.hidden = choices.length < 2 && !chosen.has(name);
      if (holds) [...box.querySelectorAll("input")].find((each) => each.value === focused)?.focus();
    }
  }

  function choice(name, value, label, count) {
    const element = part("label", "search-choice", "");
    const tick = document.createElement("input");
    tick.type = "checkbox";
    tick.value = value;
    tick.checked = Boolean(chosen.get(name)?.has(value));
    tick.addEventListener("change", () => {
      const values = chosen.get(name) ?? new Set();
      if (tick.checked) values.add(value);
      else values.delete(value);
      if (values.size) chosen.set(name, values);
      else chosen.delete(name);
      shown = FIRST;
      search();
    });
    element.append(tick, part("bdi", "", label), part("span", "search-count", number.format(count)));
    return element;
  }

  // ---------------------------------------------------------------- hands

  const links = () => [...list.querySelectorAll("a")];

  function move(event) {
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (event.key === "Escape") {
      if (at >= 0) input.focus();
      else if (document.activeElement === input && input.value) {
        input.value = "";
        search();
      } else return;
    } else if (event.key === "ArrowDown" && (at >= 0 || document.activeElement === input)) all[Math.min(at + 1, all.length - 1)]?.focus();
    else if (event.key === "ArrowUp" && at >= 0) (all[at - 1] ?? input).focus();
    else return;
    event.preventDefault();
  }

  function start(value) {
    table = { ...value, words: value.words.split("\n") };
    const address = new URLSearchParams(location.search);
    for (const fieldset of tool.querySelectorAll("[data-facet]")) {
      const values = address.getAll(fieldset.dataset.facet);
      if (values.length) chosen.set(fieldset.dataset.facet, new Set(values));
    }
    filters.open = chosen.size > 0;
    input.value ||= address.get("q") ?? "";
    tool.hidden = false;
    let waiting;
    input.addEventListener("input", () => {
      shown = FIRST;
      clearTimeout(waiting);
      // One letter says too little to fetch anything for; who means it can still press Enter.
      if (input.value.trim().length !== 1) waiting = setTimeout(search, AS_ONE_TYPES);
    });
    tool.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(waiting);
      shown = FIRST;
      search();
    });
    more.addEventListener("click", async () => {
      const next = shown;
      shown += FIRST;
      await show(turn);
      links()[next]?.focus();
    });
    filters.addEventListener("toggle", () => filters.open && showFacets().catch(() => say(words.failed)));
    tool.addEventListener("keydown", move);
    if (input.value) search();
    else if (matchMedia("(hover: hover)").matches) input.focus();
  }
})();
