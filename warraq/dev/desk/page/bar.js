/* The bar of a page in the preview. It lives in a tree of its own, so that neither it nor the page dresses the other. */

import { copying, onNews, putIn } from "./shared.js";

const host = document.querySelector("warraq-bar");
const unread = host.querySelector("template");
if (unread) host.attachShadow({ mode: "open" }).append(unread.content);
const root = host.shadowRoot;
let said = "";

/** Folds are as the editor left them, on every page. */
const restore = () => {
  for (const fold of root.querySelectorAll("details[id]")) {
    const name = `warraq-bar-${fold.id}`;
    fold.open = (sessionStorage.getItem(name) ?? (fold.classList.contains("open") ? "yes" : "no")) === "yes";
    fold.addEventListener("toggle", () => sessionStorage.setItem(name, fold.open ? "yes" : "no"));
  }
};

restore();
copying(root);
sessionStorage.setItem("warraq-page", location.pathname); // to which the desk leads back

onNews(async () => {
  if ("reload" in host.dataset) {
    location.reload(); // in place of a page that is not there yet
    return;
  }
  const answer = await fetch(host.dataset.bar);
  if (!answer.ok) return;
  const text = await answer.text();
  if (text === said) return;
  said = text;
  const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("bar");
  putIn(root, root.getElementById("bar"), document.importNode(fresh, true));
  restore();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "F2" && !event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    root.getElementById("desk")?.click();
  }
});
