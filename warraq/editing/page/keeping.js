/* How the form reads and writes records: what nobody changed stays as it was written, to the letter.

   The form itself knows values alone: it would write a file anew each time, without the comments in it, with lists
   and quotation marks in other forms, and with numbers in place of what looks like one. So the text that a record
   was read from goes with its values, and on saving only the fields that changed are written into it.

   Of every value the shape is known: `many` for a list, `of` for the fields of a group, and what it `is`, where that
   is not plain text. */

import { Document, Pair, Scalar, YAMLMap, isMap, isScalar, isSeq, parseDocument } from "yaml";

const SOURCE = "$source";
const BODY = "body";
const PARSING = { schema: "failsafe", uniqueKeys: false };
const PRINTING = { lineWidth: 0, flowCollectionPadding: false };
const NOTHING = new Set(["", "~", "null", "Null", "NULL"]);
const NOT_TEXT_ELSEWHERE = /^(?:[-+.]?\d.*|[-+]?\.(?:inf|nan)|true|false|yes|no|on|off|null|~)$/i;
/* What other programs take for a number, a date or a yes, and so is put in quotation marks where it is text. */

/** The reading and writing of the facts of a kind, whose fields have these shapes. */
export const factsFormat = (shapes, words) => ({
  fromFile: (text) => ({ ...read(parsed(text).contents, { of: shapes }, words), [SOURCE]: text }),
  toFile: (content) => {
    const { [SOURCE]: source = "", ...values } = content;
    return written(source, values, shapes, words);
  },
});

/** The reading and writing of a text with fields at its head. */
export const textFormat = (shapes, words) => ({
  fromFile: (text) => {
    const [head, body] = split(text);
    return { ...read(parsed(head).contents, { of: shapes }, words), [BODY]: body.trim(), [SOURCE]: text };
  },
  toFile: (content) => {
    const { [SOURCE]: source = "", [BODY]: body = "", ...values } = content;
    const [head, before] = split(isOf(source, values, body, shapes, words) ? source : "");
    const fields = written(head, values, shapes, words);
    const kept = before.trim() === body.trim() ? before : `${body}\n`;
    return `---\n${fields}${fields && !fields.endsWith("\n") ? "\n" : ""}---\n${kept}`;
  },
});

/** Whether values come from this text. To a language that is added the CMS gives the source of another one. */
const isOf = (source, values, body, shapes, words) => {
  const [head, before] = split(source);
  const said = read(parsed(head).contents, { of: shapes }, words) ?? {};
  return before.trim() === body.trim() || Object.keys(said).some((name) => same(said[name], values[name]));
};

/** The fields at the head of a text, and all that follows them. */
const split = (text) => {
  const found = /^---\n(?:([\s\S]*?)\n)?---[ ]*(?:\n([\s\S]*))?$/.exec(text);
  return found ? [found[1] ? `${found[1]}\n` : "", found[2] ?? ""] : ["", text];
};

const parsed = (text) => {
  const tree = parseDocument(text, PARSING);
  if (tree.errors.length) throw tree.errors[0];
  return tree;
};

/* ------------------------------------------------------------ reading */

/** What a node says, as the form wants it: text for all that is typed, lists for all that can be several. */
const read = (node, shape, words) => {
  if (shape?.many) {
    const items = isSeq(node) ? node.items : [node];
    return items.map((item) => read(item, { ...shape, many: false }, words)).filter((item) => item !== undefined);
  }
  if (isMap(node)) {
    if (shape?.is === "date") return inOneLine(node);
    const found = {};
    for (const { key, value } of node.items) {
      const said = read(value, shape?.of?.[key.value], words);
      if (said !== undefined) found[key.value] = said;
    }
    return found;
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => read(item, undefined, words));
    return shape?.is === "pair" ? items.join(", ") : items;
  }
  if (!isScalar(node) || (node.type === "PLAIN" && NOTHING.has(String(node.value)))) return undefined;
  const text = String(node.value);
  const word = text.trim().toLowerCase();
  if (shape?.is === "day") return inPlainDigits(text);
  if (shape?.is === "flag") return words.yes.includes(word) ? true : words.no.includes(word) ? false : text;
  if (shape?.is === "record") return words?.idOf?.(text.trim(), shape.kinds) ?? text;
  if (shape?.is === "answer") return words.yes.includes(word) ? "yes" : words.no.includes(word) ? "no" : text;
  return text;
};

/** Digits of Persian and Arabic as those that a date picker knows. */
const inPlainDigits = (text) => text.replace(/[٠-٩۰-۹]/g, (digit) => digit.codePointAt(0) & 15);

/** A group of values as one line, for a field in which a line is typed. */
const inOneLine = (group) => {
  const tree = new Document(null, PARSING);
  tree.contents = node(read(group));
  tree.contents.flow = true;
  return tree.toString(PRINTING).trim();
};

/** Values without all that is empty. A "no" that nobody has said counts as empty where no is what is taken for granted. */
const cleaned = (value, before, shape) => {
  if (value === null || value === undefined || value === "") return undefined;
  if (shape?.is === "flag" && value === false && before === undefined) return undefined;
  if (Array.isArray(value)) {
    const items = value
      .map((item, place) => cleaned(item, before?.[place], { ...shape, many: false }))
      .filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (typeof value === "object") {
    const fields = Object.entries(value)
      .filter(([name]) => name !== SOURCE)
      .map(([name, inner]) => [name, cleaned(inner, before?.[name], shape?.of?.[name])])
      .filter(([, inner]) => inner !== undefined);
    return fields.length ? Object.fromEntries(fields) : undefined;
  }
  return value;
};

/* ------------------------------------------------------------ writing */

/** The text with these values: where the field was the same before, in the very letters of the source. */
const written = (source, values, shapes, words) => {
  const shape = { of: shapes };
  const whole = (text) => cleaned(read(parsed(text).contents, shape, words), {}, shape) ?? {};
  const tree = parsed(source);
  const before = isMap(tree.contents) ? whole(source) : {};
  const after = cleaned(values, before, shape) ?? {};
  const patched = isMap(tree.contents) ? spliced(source, tree, before, after, shapes) : "";
  // Whatever should go wrong with putting pieces together: no value may be lost for the sake of a comment.
  if (patched && same(whole(patched), after)) return patched;
  const anew = new Document(null, PARSING);
  anew.contents = node(inOrder(after, shapes), shape);
  return Object.keys(after).length ? anew.toString(PRINTING) : "";
};

/** The source with the fields that changed put in their places. */
const spliced = (source, tree, before, after, shapes) => {
  const text = source.endsWith("\n") ? source : `${source}\n`;
  const pairs = tree.contents.items;
  const ends = pairs.map((pair) => lineEnd(text, pair));
  const cuts = [];
  pairs.forEach((pair, place) => {
    const name = pair.key.value;
    const start = pair.key.range[0];
    if (!(name in after)) {
      if (name in before) cuts.push([start, ends[place], ""]);
    } else if (!same(before[name], after[name])) {
      pair.value = changed(pair.value, before[name], after[name], shapes[name]);
      cuts.push([start, ends[place], printed(pair)]);
    }
  });
  const order = Object.keys(shapes);
  for (const name of Object.keys(inOrder(after, shapes))) {
    if (pairs.some((pair) => pair.key.value === name)) continue;
    const earlier = order.slice(0, order.indexOf(name));
    const place = pairs.findLastIndex((pair) => earlier.includes(pair.key.value));
    const at = place >= 0 ? ends[place] : order.includes(name) && pairs.length ? pairs[0].key.range[0] : text.length;
    cuts.push([at, at, printed(new Pair(new Scalar(name), node(after[name], shapes[name])))]);
  }
  // From the end backwards, so that the places of those before stay true; at one place the later field goes last.
  const ordered = cuts.map((cut, number) => [...cut, number]).sort((a, b) => b[0] - a[0] || b[3] - a[3]);
  return ordered.reduce((made, [start, end, piece]) => made.slice(0, start) + piece + made.slice(end), text);
};

/** Where the last line of a field ends. */
const lineEnd = (text, { key, value }) => {
  const last = Math.max(key.range[1], value?.range?.[1] ?? 0);
  if (text[last - 1] === "\n") return last;
  const end = text.indexOf("\n", last);
  return end < 0 ? text.length : end + 1;
};

/** A field of the record as lines. */
const printed = (pair) => {
  const tree = new Document(null, PARSING);
  const key = new Scalar(pair.key.value);
  const map = new YAMLMap();
  map.items.push(new Pair(key, pair.value));
  tree.contents = map;
  return tree.toString(PRINTING);
};

/** The node with the values of `after`: what is as before keeps its comments, its quotation marks and its form. */
const changed = (old, before, after, shape) => {
  if (shape?.many && isSeq(old) && Array.isArray(before) && Array.isArray(after)) {
    const inner = { ...shape, many: false };
    const left = before.map((value, place) => ({ value, item: old.items[place] }));
    const keep = after.map((value) => {
      const found = left.find((one) => one.item && same(one.value, value));
      const item = found?.item;
      if (found) found.item = undefined;
      return item;
    });
    old.items = after.map((value, place) => {
      if (keep[place]) return keep[place];
      const past = left[place];
      const item = past?.item;
      if (!item) return node(value, inner);
      past.item = undefined;
      return changed(item, past.value, value, inner);
    });
    return old;
  }
  if (isMap(old) && isGroup(before) && isGroup(after)) {
    for (const name of Object.keys(before)) if (!(name in after)) old.delete(name);
    for (const [name, value] of Object.entries(inOrder(after, shape?.of))) {
      if (same(before[name], value)) continue;
      const pair = old.items.find((one) => one.key.value === name);
      if (pair) pair.value = changed(pair.value, before[name], value, shape?.of?.[name]);
      else old.items.push(new Pair(new Scalar(name), node(value, shape?.of?.[name])));
    }
    return old;
  }
  const made = node(after, shape);
  if (old) made.comment = old.comment;
  if (isScalar(old) && isScalar(made) && old.type?.startsWith("QUOTE")) made.type = old.type;
  return made;
};

/** A value as a node of its own. */
const node = (value, shape) => {
  if (Array.isArray(value)) {
    const list = new Document([], PARSING).contents;
    list.items = value.map((item) => node(item, { ...shape, many: false }));
    list.flow = value.every((item) => typeof item !== "object" && !/[\s,،]/.test(String(item)));
    return list;
  }
  if (isGroup(value)) {
    const map = new YAMLMap();
    for (const [name, inner] of Object.entries(inOrder(value, shape?.of)))
      map.items.push(new Pair(new Scalar(name), node(inner, shape?.of?.[name])));
    return map;
  }
  const text = typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
  if (shape?.is === "date" && text.startsWith("{")) {
    const group = parseDocument(text, PARSING);
    if (!group.errors.length && isMap(group.contents)) return group.contents;
  }
  const scalar = new Scalar(text);
  const isText = !shape?.is && !shape?.of;
  if (NOTHING.has(text) || (isText && NOT_TEXT_ELSEWHERE.test(text))) scalar.type = "QUOTE_DOUBLE";
  return scalar;
};

/* ------------------------------------------------------------ small things */

const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Fields in the order in which the model has them, those that it does not know last. */
const inOrder = (values, shapes) => {
  const order = Object.keys(shapes ?? {});
  const place = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => place(a) - place(b)));
};

const same = (one, other) => {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, place) => same(item, other[place]));
  if (isGroup(one) && isGroup(other)) {
    const names = Object.keys(one);
    return names.length === Object.keys(other).length && names.every((name) => same(one[name], other[name]));
  }
  return one === other || (typeof one !== "object" && typeof other !== "object" && String(one) === String(other));
};
