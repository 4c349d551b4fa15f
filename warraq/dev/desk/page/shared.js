/* What the bar and the desk have in common: news of builds, copying, and putting in what has changed and nothing else. */

/** Calls back after every build. A connection that breaks off is made again; what was missed meanwhile is asked for. */
export const onNews = (tell) => {
  let wait = 500;
  const connect = (again) => {
    const news = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/@desk/news`);
    news.onopen = () => {
      wait = 500;
      if (again) tell();
    };
    news.onmessage = () => tell();
    news.onclose = () => setTimeout(connect, (wait = Math.min(wait * 2, 8000)), true);
  };
  connect(false);
};

/** Puts `fresh` in the place of `old`; what was unfolded, scrolled and focused stays so. */
export const putIn = (root, old, fresh) => {
  const folds = new Map([...old.querySelectorAll("details[id]")].map((fold) => [fold.id, fold.open]));
  const focused = root.activeElement && old.contains(root.activeElement) ? root.activeElement.id : "";
  for (const fold of fresh.querySelectorAll("details[id]")) {
    if (folds.has(fold.id)) fold.open = folds.get(fold.id);
  }
  // What a screen reader listens to stays where it is, and speaks when its words change.
  const told = old.querySelector("[role=status]");
  const tells = fresh.querySelector("[role=status]");
  for (const child of [...old.childNodes]) if (child !== told) child.remove();
  for (const child of [...fresh.childNodes]) if (child !== tells) old.append(child);
  if (told && told.textContent !== tells.textContent) told.textContent = tells.textContent;
  for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
  if (focused) root.getElementById(focused)?.focus({ preventScroll: true });
};

/** Buttons that copy a place or a command say that they have. */
export const copying = (root) => {
  root.addEventListener("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    const words = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = words), 1500);
  });
};
