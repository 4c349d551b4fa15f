/* Buttons that copy an address or a citation, or hand the page to another app; each is shown where it can work.
 *
 * Without this script the address stands in the citation, where one tap selects all of it, and the links do the rest. */
"use strict";
for (const section of document.querySelectorAll(".keep")) {
  const said = section.querySelector(".keep-said");
  const reveal = (button) => (button.closest("[hidden]").hidden = false);

  const copy = async (words) => {
    // Only pages that came over a safe line have a clipboard; others select the words and ask the browser.
    if (navigator.clipboard) return navigator.clipboard.writeText(words);
    const field = document.createElement("textarea");
    field.value = words;
    section.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    if (!done) throw new Error("not copied");
  };

  for (const button of section.querySelectorAll("[data-copy]")) {
    reveal(button);
    button.addEventListener("click", async () => {
      said.textContent = "";
      const words = button.dataset.copy || button.closest("figure").querySelector("pre").textContent;
      try {
        await copy(words);
        said.textContent = said.dataset.copied;
        button.focus();
      } catch {
        getSelection().selectAllChildren(section.querySelector(".address"));
      }
    });
  }

  const share = section.querySelector("[data-share]");
  if (navigator.share && share) {
    reveal(share);
    share.addEventListener("click", () => {
      const url = document.querySelector("link[rel=canonical]").href;
      // A reader who thinks better of it makes this fail, which is no fault.
      navigator.share({ title: document.querySelector("h1").textContent, url }).catch(() => {});
    });
  }
}
