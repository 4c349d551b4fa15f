"""The folding of texts as a script for browsers, so that what readers type is folded as the index was."""

from __future__ import annotations

import json
import re
import unicodedata

from warraq.lang import folding_tables as tables

_TABLES = {
    "zwnj": tables.ZWNJ,
    "apostrophe": tables.APOSTROPHE,
    "joints": tables.JOINTS,
    "letters": tables.LETTERS,
    "dropped": tables.DROPPED,
    "marks": tables.MARKS,
    "digraphs": tables.DIGRAPHS,
    "endings": tables.PERSIAN_ENDINGS,
    "plurals": tables.PLURAL_WORDS,
    "articles": tables.ARTICLES,
    "sun": tables.SUN_LETTERS,
    "whole": " ".join(sorted(tables.WHOLE)),
    "leftWhole": tables.LEFT_WHOLE,
    "pictures": tables.PICTURES,
}

# What `folding`, `folding_words` and `folding_characters` do, step by step and under the same names: change both.
_FUNCTIONS = r"""
const JOINTS = new Map(Object.entries(T.joints));
const LETTERS = new Map(Object.entries(T.letters));
const ENDINGS = new Set(T.endings);
const WHOLE = new Set(T.whole.split(" "));
const ranges = (codes) => codes.replace(/[0-9a-f]+/g, "\\u{$&}").replaceAll(" ", "");
const DROPPED = new RegExp(`[${T.marks}${T.dropped}]`, "u");
const ALL_DROPPED = new RegExp(DROPPED.source, "gu");
const LEFT_WHOLE = new RegExp(`[${ranges(T.leftWhole)}]`, "u");
const PICTURE = new RegExp(`[${ranges(T.pictures)}]`, "u");
const JOINT = new RegExp(`[${T.zwnj}${T.apostrophe}]`, "gu");
const EDGE = new RegExp(`^[${T.zwnj}${T.apostrophe}]+|[${T.zwnj}${T.apostrophe}]+$`, "gu");
const ARABIC_ARTICLE = /^[اٱ]ل[ء-ۓ]{2,}/u;
const PROCLITIC = /^([وفب][اٱ]ل|كال|لل)([ء-ۓ]{2,})/u;
const LATIN_ARTICLE = /^al([a-z]{4,})$/u;
const ELISION = new RegExp(`^(?:[dl]|qu)${T.apostrophe}(.{3,})$`, "u");
const POSSESSIVE = new RegExp(`^(.{2,})${T.apostrophe}[a-z]$`, "u");
const known = new Map();

/** The text as it is searched. */
export const fold = (text) => wordsOf(text).map((word) => word.joined).join(" ");

/** The words to index, each once. */
export function foldWords(text) {
  const found = new Set();
  const words = wordsOf(text);
  for (const word of words) {
    const parts = partsOf(word);
    found.add(word.joined);
    for (const part of parts) found.add(part);
    if (parts.length > 2) for (let at = 1; at < parts.length; at++) found.add(parts[at - 1] + parts[at]);
    for (const variant of variantsOf(word)) found.add(variant);
  }
  for (const several of togetherOf(words)) found.add(several.joined);
  return [...found];
}

/** Groups of indexed words: a text must hold one of each. */
export function foldQuery(query) {
  const words = wordsOf(query);
  const groups = [];
  const all = togetherOf(words);
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (next && isArticle(word.joined, next.joined)) return;
    if (at && T.plurals.includes(word.joined)) return;
    const joined = all.filter(({ first, last }) => first <= at && at <= last).map((several) => several.joined);
    const forms = [word.joined, ...variantsOf(word), ...joined];
    const parts = partsOf(word).filter((part, place) => !place || !ENDINGS.has(part));
    for (const part of parts.length ? parts : [word.joined]) groups.push([...new Set([...forms, part])]);
  });
  return groups;
}

/** Whether a reader who searches for the query finds the text. */
export function matches(query, text) {
  const groups = foldQuery(query);
  const words = new Set(foldWords(text));
  return groups.length > 0 && groups.every((group) => group.some((word) => words.has(word)));
}

/** The folded text, and where each of its characters (UTF-16) stood in the text (UTF-16). */
export function foldMap(text) {
  let folded = "";
  const offsets = [];
  let gap = -1;
  let offset = 0;
  for (const char of text) {
    for (const result of foldChar(char)) {
      if (result === " ") {
        if (gap < 0) gap = offset;
      } else if (!JOINTS.has(result)) {
        if (gap >= 0 && folded) {
          folded += " ";
          offsets.push(gap);
        }
        gap = -1;
        folded += result;
        for (let unit = 0; unit < result.length; unit++) offsets.push(offset);
      }
    }
    offset += char.length;
  }
  return [folded, offsets];
}

function wordsOf(text) {
  const words = [];
  let folded = "";
  let written = "";
  for (const char of `${text} `) {
    foldChar(char).split(" ").forEach((part, position) => {
      if (position) {
        folded = folded.replace(EDGE, "");
        if (folded) words.push({ folded, written, joined: folded.replace(JOINT, "") });
        folded = written = "";
      }
      folded += part;
      if (part || written) written += char;
    });
  }
  return words;
}

function foldChar(char) {
  let result = known.get(char);
  if (result === undefined) known.set(char, (result = foldUnknown(char)));
  return result;
}

function foldUnknown(char) {
  if (JOINTS.has(char)) return JOINTS.get(char);
  if (DROPPED.test(char)) return "";
  if (LEFT_WHOLE.test(char)) return char;
  if (PICTURE.test(char)) return " ";
  let result = "";
  for (const original of char.normalize("NFKC")) {
    for (const part of LETTERS.get(original) ?? original.toLowerCase().normalize("NFKD")) {
      if (!DROPPED.test(part)) result += foldPart(part);
    }
  }
  return result;
}

function foldPart(part) {
  if (JOINTS.has(part)) return JOINTS.get(part);
  if (/\p{Nd}/u.test(part)) {
    // Ten digits of a script begin at a code that ends in 0 or in 6.
    const code = part.codePointAt(0);
    return String((code & 15) - (/\p{Nd}/u.test(String.fromCodePoint(code & ~15)) ? 0 : 6));
  }
  return /[\p{L}\p{M}\p{N}]/u.test(part) ? (LETTERS.get(part) ?? part) : " ";
}

function partsOf(word) {
  const parts = word.folded.split(T.zwnj).map((part) => part.replace(JOINT, ""));
  return parts.length > 1 ? parts.filter(Boolean) : [];
}

function variantsOf(word) {
  const joined = word.joined;
  const length = [...joined].length;
  const found = T.endings
    .filter((ending) => joined.endsWith(ending) && length > ending.length + 2)
    .map((ending) => joined.slice(0, -ending.length));
  if (joined.endsWith("ء") && length > 3) found.push(joined.slice(0, -1));
  for (const pattern of [POSSESSIVE, ELISION]) {
    const match = pattern.exec(word.folded);
    if (match) found.push(match[1].replace(JOINT, ""));
  }
  const scholarly = [...word.written.normalize("NFC")].map((letter) => T.digraphs[letter.toLowerCase()] ?? letter);
  if (scholarly.some((letters) => letters.length > 1 && /^[a-z]+$/.test(letters))) {
    found.push(...wordsOf(scholarly.join("")).map((variant) => variant.joined));
  }
  if (!WHOLE.has(joined)) found.push(...withoutArticle(joined, word.written));
  return found;
}

function withoutArticle(joined, written) {
  const latin = LATIN_ARTICLE.exec(joined);
  if (latin) return [latin[1]];
  if (!/^(?:[اوفبک]|لل)/u.test(joined)) return [];
  const plain = written.normalize("NFKC").replace(ALL_DROPPED, "");
  const proclitic = PROCLITIC.exec(plain);
  if (proclitic) {
    const rest = joined.slice(proclitic[1].length);
    if (WHOLE.has(`ال${rest}`)) return [`ال${rest}`];
    return rest.length > 2 ? [`ال${rest}`, rest] : [];
  }
  return ARABIC_ARTICLE.test(plain) ? [joined.slice(2)] : [];
}

function isArticle(word, next) {
  const letter = word.slice(1);
  return T.articles.includes(word) || (word[0] === "a" && T.sun.includes(letter) && next.startsWith(letter));
}

function togetherOf(words) {
  const joined = words.map((word) => word.joined);
  const pairs = [];
  const threes = [];
  joined.forEach((word, at) => {
    const [second, third] = joined.slice(at + 1, at + 3);
    if (second === undefined) return;
    if (mayJoin(word, second)) pairs.push({ first: at, last: at + 1, joined: word + second });
    if (third !== undefined && isArticle(second, third)) {
      threes.push({ first: at, last: at + 2, joined: word + second + third });
    }
  });
  return [...pairs, ...threes];
}

function mayJoin(first, second) {
  const areNumbers = /^[0-9]+$/.test(first) && /^[0-9]+$/.test(second);
  return !areNumbers || (first.length <= 3 && second.length === 3);
}
"""


def javascript() -> str:
    """The text of an ES module with `fold`, `foldWords`, `foldQuery`, `matches` and `foldMap`.

    They give for every text what the functions of `folding` give, in any browser whose Unicode is 14 (2021) or
    newer; `foldMap` counts as JavaScript does, in UTF-16 units. The module needs nothing else and sets nothing up.
    """
    written = json.dumps(_TABLES, ensure_ascii=False, separators=(",", ":"))
    # Controls would be invisible in the file, and a mark would join the sign before it.
    shown = "".join(
        f"\\u{ord(char):04x}" if unicodedata.category(char)[0] in "CM" else char for char in written
    )
    return f"const T = {shown};\n{_FUNCTIONS}"


def classic_javascript() -> str:
    """The text of a script that sets `folding` to an object with the functions of `javascript()`.

    Browsers refuse modules on pages that are opened from a folder, and read such a script anywhere.
    """
    names = ", ".join(re.findall(r"^export (?:const|function) (\w+)", _FUNCTIONS, re.MULTILINE))
    text = re.sub("^export ", "", javascript(), flags=re.MULTILINE)
    return f"const folding = (() => {{\n{text}return {{ {names} }};\n}})();\n"
