/* Explains a term of the glossary where it is read: on hover, on focus, or at the first tap; the second tap follows.
 *
 * What it shows is on the page already, in the list of terms under the text, from which it is copied. Without this script
 * a term is a link to its page. The sheet stands under the line or above it, never on it, and the focus stays where it is. */
"use strict";
{
  const GAP = 8;
  const entries = new Map();
  for (const link of document.querySelectorAll(".glosses dt a")) entries.set(link.href, link.closest(".gloss"));
  const term = (target) => target.closest?.(".prose a.term");

  let count = 0;
  for (const [, entry] of entries) entry.lastElementChild.id = `gloss-${++count}`;
  for (const link of document.querySelectorAll(".prose a.term")) {
    const entry = entries.get(link.href);
    if (entry) link.setAttribute("aria-describedby", entry.lastElementChild.id);
  }

  const sheet = document.createElement("dl");
  sheet.className = "gloss-sheet";
  sheet.popover = "manual";
  let shown, timer, tapped;

  const hide = () => {
    clearTimeout(timer);
    if (shown) sheet.hidePopover();
    shown = undefined;
  };

  const show = (link) => {
    hide();
    const copy = entries.get(link.href).cloneNode(true);
    copy.lastElementChild.removeAttribute("id");
    copy.querySelector("a").tabIndex = -1; // The term itself is the stop of the Tab key, and leads there too.
    sheet.replaceChildren(copy);
    link.closest(".prose").append(sheet);
    sheet.showPopover();
    shown = link;

    const lines = link.getClientRects();
    const { width, height } = sheet.getBoundingClientRect();
    const room = document.documentElement.clientWidth - width - GAP;
    const first = lines[0];
    const last = lines[lines.length - 1];
    const under = last.bottom + GAP + height <= innerHeight || first.top < height + GAP;
    const line = under ? last : first;
    const start = sheet.matches(":dir(rtl)") ? line.right - width : line.left;
    sheet.style.left = `${Math.max(GAP, Math.min(start, room)) + scrollX}px`;
    sheet.style.top = `${(under ? line.bottom + GAP : line.top - height - GAP) + scrollY}px`;
  };

  const known = (target) => {
    const link = term(target);
    return link && entries.has(link.href) ? link : undefined;
  };

  if (sheet.showPopover) {
    document.addEventListener("pointerover", ({ pointerType, target }) => {
      if (pointerType !== "mouse") return;
      const link = known(target);
      clearTimeout(timer);
      if (link && link !== shown) timer = setTimeout(show, 150, link);
      else if (shown && !link && !sheet.contains(target)) timer = setTimeout(hide, 300);
    });
    document.addEventListener("focusin", ({ target }) => {
      const link = known(target);
      if (link?.matches(":focus-visible")) show(link);
      else if (!sheet.contains(target)) hide();
    });
    document.addEventListener("pointerdown", ({ pointerType, target }) => {
      tapped = pointerType === "mouse" ? "mouse" : shown;
      if (!sheet.contains(target) && known(target) !== shown) hide();
    });
    document.addEventListener("click", (event) => {
      const link = known(event.target);
      if (!link || tapped === "mouse" || tapped === link || !event.detail) return;
      event.preventDefault();
      show(link);
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") hide();
    });
    addEventListener("resize", hide);
    addEventListener("pagehide", hide);
  }
}
