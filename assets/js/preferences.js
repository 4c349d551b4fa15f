/* How a reader likes to read: text size, line width, light or dark. Kept on this device and put on the root element,
 * `data-size="4"`, which the style sheet understands; what is as usual has no attribute and is not kept.
 *
 * The one script that a page waits for, so that no page is painted in one way and then in another. It is a file and not
 * written into the page: the policy of our pages allows only files of their own host. */
"use strict";
{
  const NAME = "warraq.preferences";
  const CHOICES = { size: ["1", "3", "4", "5"], width: ["narrow", "wide"], scheme: ["light", "dark"] };
  const root = document.documentElement;
  let chosen = {};

  const recall = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(NAME)) || {};
      chosen = Object.fromEntries(Object.keys(CHOICES).map((name) => [name, kept[name]]));
    } catch {
      // Storage may be refused: then a choice holds for the page that it was made on.
    }
  };

  const keep = () => {
    try {
      localStorage.setItem(NAME, JSON.stringify(chosen));
    } catch {}
  };

  const apply = () => {
    for (const [name, values] of Object.entries(CHOICES)) {
      if (values.includes(chosen[name])) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    // What the browser itself paints: the ground before the page is there, its bars, form controls.
    const scheme = root.dataset.scheme;
    document.querySelector("meta[name=color-scheme]")?.setAttribute("content", scheme || "light dark");
    for (const meta of document.querySelectorAll("meta[name=theme-color]")) {
      const own = meta.dataset.scheme || (meta.media.includes("dark") ? "dark" : "light");
      meta.dataset.scheme = own;
      meta.media = scheme ? (scheme === own ? "all" : "not all") : `(prefers-color-scheme: ${own})`;
    }
    for (const button of document.querySelectorAll(".preferences input")) {
      button.checked = button.value === (root.dataset[button.name] || "");
    }
  };

  const again = () => {
    recall();
    apply();
  };

  root.dataset.script = "";
  again();
  addEventListener("DOMContentLoaded", apply);
  // A page that comes back from the browser's memory, and one in another tab, follow too.
  addEventListener("pageshow", (event) => event.persisted && again());
  addEventListener("storage", (event) => (event.key === NAME || event.key === null) && again());

  addEventListener("change", ({ target }) => {
    if (!target.closest(".preferences")) return;
    chosen[target.name] = target.value;
    apply();
    keep();
  });

  const open = () => document.querySelector(".preferences[open]");
  addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && open();
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  for (const left of ["pointerdown", "focusin"]) {
    addEventListener(left, ({ target }) => {
      const menu = open();
      if (menu && target instanceof Node && !menu.contains(target)) menu.open = false;
    });
  }
}
