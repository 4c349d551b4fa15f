/* Opens a closer look at a picture: `<a data-zoom href="the large picture">` works by itself, this makes it better.
 *
 * The viewer is fetched at the first tap and hears of it by an event; where it does not take it, the link is followed.
 * Words and the viewer's address may stand on this script's element, once a page; what stands on a link goes before.
 * Both are plain scripts, not modules: browsers refuse modules to pages that are opened from a disk. */
"use strict";
{
  const PATIENCE = 8000;
  const shared = document.currentScript.dataset;
  let viewer;

  const fetched = (address) =>
    (viewer ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => {
        viewer = null;
        script.remove();
        reject();
      };
      document.head.append(script);
    }));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-zoom]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.hasAttribute("aria-busy")) return;
    link.setAttribute("aria-busy", "true");
    const detail = { ...shared, ...link.dataset };

    const settle = (taken) => {
      if (!link.hasAttribute("aria-busy")) return;
      clearTimeout(timer);
      link.removeAttribute("aria-busy");
      if (!taken()) location.assign(link.href);
    };
    const timer = setTimeout(settle, PATIENCE, () => false);
    const show = () => !link.dispatchEvent(new CustomEvent("zoom", { bubbles: true, cancelable: true, detail }));
    fetched(detail.viewer).then(
      () => settle(show),
      () => settle(() => false),
    );
  });
}
