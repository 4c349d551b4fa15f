/* The desk: pages that change are shown anew where they are, and what an editor has chosen stays. */

import { copying, onNews, putIn } from "./shared.js";

const tellings = document.getElementById("tellings");
const stored = (name) => JSON.parse(localStorage.getItem(name) ?? "null");
const store = (name, value) => localStorage.setItem(name, JSON.stringify(value));
const HIDDEN = "warraq-desk-hidden";
const TOGETHER = "warraq-desk-together";

copying(document);

/* ---------------------------------------------------------------- which languages are shown */

const hidden = new Set(stored(HIDDEN) ?? []);

const arrange = () => {
  const sections = [...document.querySelectorAll(".telling")];
  const all = sections.every((section) => hidden.has(section.dataset.code));
  for (const section of sections) section.hidden = !all && hidden.has(section.dataset.code);
  for (const button of document.querySelectorAll("[data-shows]")) {
    button.setAttribute("aria-pressed", String(all || !hidden.has(button.dataset.shows)));
  }
};

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-shows]");
  if (!button) return;
  const codes = [...document.querySelectorAll("[data-shows]")].map((one) => one.dataset.shows);
  const shown = codes.filter((code) => !hidden.has(code));
  if (!shown.length) for (const code of codes) hidden.delete(code);
  const code = button.dataset.shows;
  if (hidden.has(code)) hidden.delete(code);
  else if (codes.filter((one) => !hidden.has(one)).length > 1) hidden.add(code); // one stays
  store(HIDDEN, [...hidden]);
  arrange();
});

/* ---------------------------------------------------------------- scrolling together */

let together = stored(TOGETHER) ?? true;
let leading = null;
let led = 0;

/** The passages of a text; where two texts have as many, they are taken to be the same. */
const passages = (view) => {
  const blocks = [...view.document.querySelectorAll(".prose > *")];
  return blocks.length ? blocks : [...view.document.querySelectorAll("main h1, main h2, main h3")];
};

/** Where a frame stands: the passage at its upper edge, and how much of it has passed. */
const standing = (view) => {
  const marks = passages(view).map((one) => one.getBoundingClientRect().top + view.scrollY);
  const end = view.document.documentElement.scrollHeight - view.innerHeight;
  return { marks: [0, ...marks.filter((mark) => mark > 0 && mark < end), Math.max(end, 1)], at: view.scrollY };
};

const follow = (view, other) => {
  const own = standing(view);
  let theirs = standing(other);
  if (own.marks.length !== theirs.marks.length) {
    own.marks = [0, own.marks.at(-1)];
    theirs = { ...theirs, marks: [0, theirs.marks.at(-1)] };
  }
  const place = Math.max(0, own.marks.findLastIndex((mark) => mark <= own.at));
  const next = Math.min(place + 1, own.marks.length - 1);
  const span = own.marks[next] - own.marks[place];
  const share = span > 0 ? (own.at - own.marks[place]) / span : 0;
  const [from, to] = [theirs.marks[place], theirs.marks[next]];
  other.scrollTo({ top: from + Math.min(share, 1) * (to - from), behavior: "instant" });
};

const scrolled = (frame) => {
  const now = performance.now();
  if (!together || (leading !== frame && now - led < 150)) return; // it is being led itself
  [leading, led] = [frame, now];
  requestAnimationFrame(() => {
    for (const other of document.querySelectorAll("iframe.shown")) {
      if (other !== frame && other.offsetParent) follow(frame.contentWindow, other.contentWindow);
    }
  });
};

const showTogether = () => document.getElementById("together")?.setAttribute("aria-pressed", String(together));
document.addEventListener("click", (event) => {
  if (event.target.id !== "together") return;
  together = !together;
  store(TOGETHER, together);
  showTogether();
});

/* ---------------------------------------------------------------- frames */

const home = new WeakMap();

/** A link in a frame moves the whole desk, or opens another site beside it. */
const clicked = (event) => {
  const link = event.target.closest?.("a[href], area[href]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const view = link.ownerDocument.defaultView;
  const there = new URL(link.href?.baseVal ?? link.href, view.location.href);
  if (there.origin !== location.origin) {
    if (!/^https?:$/.test(there.protocol)) return;
    event.preventDefault();
    window.open(there.href, "_blank", "noopener");
  } else if (there.pathname !== view.location.pathname && there.pathname.startsWith("/@desk/page/")) {
    if (!/(\/|\.html)$/.test(there.pathname)) return;
    event.preventDefault();
    location.assign(there.pathname.replace("/@desk/page/", "/@desk/at/"));
  }
};

/** The key leads back: from within a frame to its own page, else to the page that the editor came from. */
const pressed = (event) => {
  if (event.key !== "F2" || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const section = event.view?.frameElement?.closest(".telling");
  (section?.querySelector("a.page") ?? document.getElementById("back"))?.click();
};

const back = document.getElementById("back");
const came = [...document.querySelectorAll("a.page")].find((link) => link.getAttribute("href") === sessionStorage.getItem("warraq-page"));
if (back && came) back.href = came.href;

const settle = (frame) => {
  const view = frame.contentWindow;
  if (!view?.document?.body || home.get(frame) === view.document) return;
  home.set(frame, view.document);
  frame.classList.add("shown");
  view.document.addEventListener("click", clicked);
  view.document.addEventListener("keydown", pressed);
  view.addEventListener("scroll", () => scrolled(frame), { passive: true });
};

const watch = (frame) => {
  frame.addEventListener("load", () => settle(frame));
  if (frame.contentDocument?.readyState === "complete" && frame.contentWindow.location.href !== "about:blank") settle(frame);
};

/** Loads a page beside the one that is shown and puts it in its place when it is ready: nothing flashes. */
const renew = (section) => {
  const box = section.querySelector(".frames");
  const frame = box.querySelector("iframe.shown") ?? box.querySelector("iframe");
  for (const late of box.querySelectorAll("iframe.coming")) late.remove();
  const coming = document.createElement("iframe");
  coming.title = frame.title;
  coming.className = "coming";
  coming.tabIndex = -1;
  coming.ariaHidden = "true";
  coming.src = frame.getAttribute("src");
  coming.addEventListener(
    "load",
    async () => {
      await coming.contentDocument.fonts?.ready;
      if (!coming.isConnected) return; // a newer one is on its way
      const folds = [...frame.contentDocument.querySelectorAll("details")];
      [...coming.contentDocument.querySelectorAll("details")].forEach((fold, at) => {
        if (folds[at]) fold.open = folds[at].open;
      });
      coming.contentWindow.scrollTo({ left: frame.contentWindow.scrollX, top: frame.contentWindow.scrollY, behavior: "instant" });
      coming.classList.remove("coming");
      coming.removeAttribute("tabindex");
      coming.removeAttribute("aria-hidden");
      frame.remove();
      led = performance.now();
      leading = null;
      settle(coming);
    },
    { once: true },
  );
  box.append(coming);
};

/* ---------------------------------------------------------------- what changed in an original */

const fill = async (fold) => {
  const answer = await fetch(fold.dataset.from);
  const text = answer.ok ? await answer.text() : "";
  if (text === fold.fetched) return;
  fold.fetched = text;
  fold.querySelector(".fetched").innerHTML = text;
};

document.addEventListener("toggle", ({ target }) => target.open && target.dataset.from && fill(target), true);

/* ---------------------------------------------------------------- news */

const own = new Map(); // what the server wrote, by id, to be held against what it writes next
const parts = () => [...document.querySelectorAll("#title, #problems, #whole, .about")];
for (const part of parts()) own.set(part.id, part.outerHTML);

const refresh = async () => {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const codes = (from) => [...from.querySelectorAll(".telling")].map((one) => `${one.id} ${!one.querySelector(".frames")}`).join();
  if (codes(page) !== codes(document)) {
    location.reload(); // another set of languages, or a text has come or gone
    return;
  }
  for (const part of parts()) {
    const fresh = page.getElementById(part.id);
    if (!fresh || fresh.outerHTML === own.get(part.id)) continue;
    own.set(part.id, fresh.outerHTML);
    putIn(document, part, document.importNode(fresh, true));
  }
  const told = document.getElementById("told");
  const tells = page.getElementById("told");
  if (told && told.textContent !== tells?.textContent) told.textContent = tells.textContent;
  for (const section of document.querySelectorAll(".telling")) {
    const { version } = page.getElementById(section.id).dataset;
    if (version === section.dataset.version) continue;
    section.dataset.version = version;
    if (section.querySelector(".frames")) renew(section);
  }
  for (const fold of document.querySelectorAll("details.changes[open]")) fill(fold);
  if (document.title !== page.title) document.title = page.title;
};

let busy = false;
let again = false;
onNews(async () => {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  do {
    again = false;
    await refresh().catch(() => {}); // the preview has ended; the page stays as it is
  } while (again);
  busy = false;
});

document.addEventListener("keydown", pressed);
for (const frame of document.querySelectorAll("iframe")) watch(frame);
arrange();
showTogether();
