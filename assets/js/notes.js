/* Sets notes beside their lines where the text has a margin, and opens them under their lines where it has none.
 *
 * Notes stand at the end of the text, and numbers lead to them and back: that is what is printed, and all that readers
 * without this script have. Here each note is moved into the margin, level with its number or under the note before it.
 * Where one would come to stand far from its line, they all stay at the end, and a number opens its note in place. */
"use strict";
{
  const GAP = 12;
  const FAR = 400;
  const wide = matchMedia("screen and (min-width: 62rem)");
  const marks = [...document.querySelectorAll(".noteref")];
  const noteOf = (mark) => mark && document.getElementById(mark.getAttribute("href").slice(1));
  const markOf = (note) => marks.find((mark) => noteOf(mark) === note);
  const open = new Map();

  const close = (mark) => {
    const here = open.get(mark);
    if (!here) return;
    if (here.contains(document.activeElement)) mark.focus();
    here.remove();
    open.delete(mark);
    mark.setAttribute("aria-expanded", "false");
  };

  const openUnder = (mark, note) => {
    const here = document.createElement("span");
    here.className = "note-here";
    here.setAttribute("role", "note");
    // The mark may stand in a poem or in words of another language; the note is in that of the text.
    const { lang, dir } = note.closest("[lang][dir]");
    Object.assign(here, { lang, dir });
    const copy = note.cloneNode(true);
    for (const arrow of copy.querySelectorAll(".back")) arrow.remove();
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    const number = document.createElement("span");
    number.className = "note-number";
    number.textContent = mark.textContent;
    here.append(number, ...copy.childNodes);
    // Verses and tables are not parted: what belongs to them opens below. Elsewhere a float opens under its line.
    let place = mark.closest(".bayt, .table") ?? mark.parentElement;
    while (place.nextElementSibling?.matches(".note-here")) place = place.nextElementSibling;
    place.after(here);
    open.set(mark, here);
    mark.setAttribute("aria-expanded", "true");
  };

  /** How far below `top` a note must begin for its first line to be level with its mark's, which is raised by half. */
  const level = (mark, note, top) => {
    const box = mark.getBoundingClientRect();
    const [small, size] = [mark, note].map((one) => parseFloat(getComputedStyle(one).fontSize));
    const line = parseFloat(getComputedStyle(note).lineHeight);
    const height = box.height / small;
    const above = height * 0.78; // in all our faces, of a letter's height
    return box.top - top + small * (above + 0.5) - (line - size * height) / 2 - size * above;
  };

  /** Puts all notes of a text into the margin; says whether each has found a place near its line. */
  const setBeside = (section, frame) => {
    const { top } = frame.getBoundingClientRect();
    const notes = [...section.querySelectorAll(":scope > ol > li")].map((note) => {
      const mark = markOf(note);
      return { note, box: note.getBoundingClientRect(), line: mark && level(mark, note, top) };
    });
    if (!notes.length) return false;
    const { left, right } = notes[0].box;
    const taken = [...frame.parentElement.children]
      .filter((other) => other !== frame)
      .map((other) => other.getBoundingClientRect())
      .filter((box) => box.left < right && box.right > left);
    notes.sort((one, other) => (one.line ?? Infinity) - (other.line ?? Infinity));

    let free = 0;
    for (const found of notes) {
      found.line ??= free;
      found.place = Math.max(found.line, free);
      for (const box of taken) {
        const end = box.bottom - top + 2 * GAP;
        if (found.place < end && found.place + found.box.height > box.top - top - 2 * GAP) found.place = end;
      }
      if (found.place - found.line > FAR) return false;
      free = found.place + found.box.height + GAP;
    }
    for (const { note, place } of notes) note.style.insetBlockStart = `${place}px`;
    frame.style.setProperty("--notes-end", `${free}px`);
    return true;
  };

  const settle = (section) => {
    const frame = section.closest(".folio > .frame");
    frame?.style.removeProperty("--notes-end");
    section.classList.toggle("in-margin", Boolean(frame) && wide.matches);
    const isBeside = section.matches(".in-margin") && setBeside(section, frame);
    section.classList.toggle("in-margin", isBeside);
    for (const mark of marks) {
      const note = noteOf(mark);
      if (!section.contains(note)) continue;
      if (isBeside && mark === markOf(note)) {
        close(mark);
        mark.removeAttribute("aria-expanded");
      } else {
        mark.setAttribute("aria-expanded", open.has(mark));
      }
    }
  };

  const sections = document.querySelectorAll(".notes");
  const settleAll = () => sections.forEach(settle);
  settleAll();
  // Windows, type sizes and faces that arrive late move the lines.
  const watch = new ResizeObserver(settleAll);
  for (const section of sections) watch.observe(section.parentElement);
  wide.addEventListener("change", settleAll);

  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.(".noteref");
    const note = noteOf(mark);
    if (!note || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // A note stands beside the first of its marks; at another one, far from there, it opens in place.
    if (note.closest(".in-margin") && mark === markOf(note)) {
      note.tabIndex = -1;
      note.focus({ preventScroll: true });
      note.scrollIntoView({ block: "nearest" });
    } else if (open.has(mark)) close(mark);
    else openUnder(mark, note);
  });

  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close([...open.keys()].pop());
  });

  let lit;
  const light = ({ target }) => {
    const note = noteOf(target.closest?.(".noteref"));
    if (note === lit) return;
    lit?.classList.remove("lit");
    note?.classList.add("lit");
    lit = note;
  };
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);
}
