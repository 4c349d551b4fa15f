/* The viewer: a picture cut into tiles (IIIF Image API, level 0) in a dialog that fills the window.
 *
 * It asks for nothing but the tiles that are seen, at the level that the screen can show, and keeps what it has
 * beneath until they are there. The picture lies in a plane of its own pixels; `z` is how many pixels of the window
 * one of them takes, `x` and `y` where its corner is. `aim` is where the reader wants to be, `view` what is drawn. */
"use strict";
{
  const STEP = 1.6;
  const STRIDE = 0.2;
  const DOUBLE_TAP = 300;
  const REST = 120;
  const GLIDE = 180;
  const ICONS = {
    close: "M5 5l14 14M19 5L5 19",
    in: "M12 4v16M4 12h16",
    out: "M4 12h16",
    whole: "M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5",
  };

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const between = (low, value, high) => Math.max(low, Math.min(value, high));

  document.addEventListener("zoom", (event) => {
    show(event.target, event.detail);
    event.preventDefault();
  });

  const show = (link, said) => {
    const [width, height, tile] = [said.width, said.height, said.tile].map(Number);
    const factors = said.factors.split(" ").map(Number);
    const last = Math.max(...factors);
    const folder = said.tiles.replace(/\/?$/, "/");
    const smallest = `full/${[width, height].map((side) => Math.ceil(side / last))}/0/default.jpg`;
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    const percent = new Intl.NumberFormat(said.locale || link.closest("[lang]")?.lang, { style: "percent" });

    // ---------------------------------------------------------------- what is on the screen

    const button = (name, act) => {
      const made = element("button", { type: "button", title: said[name], "aria-label": said[name] });
      made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`;
      made.addEventListener("click", act);
      return made;
    };
    const closer = button("in", () => scale(STEP));
    const farther = button("out", () => scale(1 / STEP));
    // A picture has no direction: its plane is counted from the same corner in every script.
    const stage = element("div", { class: "viewer-stage", dir: "ltr", role: "img", "aria-label": said.alt });
    const status = element("p", { class: "visually-hidden", role: "status" });
    const close = button("close", () => dialog.close());
    close.className = "viewer-close";
    close.autofocus = true;
    const dialog = element(
      "dialog",
      { class: "viewer", "aria-label": said.label || said.alt },
      stage,
      close,
      element("div", { class: "viewer-bar" }, closer, farther, button("whole", () => whole(true))),
      status,
    );

    // ---------------------------------------------------------------- where the reader is

    let room = { wide: 1, high: 1, beside: 0, above: 0 };
    let aim = { z: 0, x: 0, y: 0 };
    let view = aim;
    let from = aim;
    let [began, frame, resting, speaking] = [0, 0, 0, 0];

    const fit = () => Math.min((room.wide - 2 * room.beside) / width, (room.high - 2 * room.above) / height, 1);
    const most = () => Math.max(2, fit());
    const isWhole = () => aim.z <= fit() * 1.001;

    // The middle where it is smaller than the window; else its edge may come in as far as the controls reach.
    const kept = (at, side, size) =>
      side * aim.z <= size ? (size - side * aim.z) / 2 : between(size - side * aim.z - 96, at, 96);

    const go = (z, x, y, smooth) => {
      from = { ...view };
      aim = { z };
      aim.x = kept(x, width, room.wide);
      aim.y = kept(y, height, room.high);
      began = smooth && !calm.matches ? performance.now() : 0;
      closer.setAttribute("aria-disabled", aim.z >= most());
      farther.setAttribute("aria-disabled", isWhole());
      frame ||= requestAnimationFrame(draw);
      resting ||= setTimeout(load, REST);
      clearTimeout(speaking);
      speaking = setTimeout(say, 4 * REST);
    };

    const scale = (by, x = room.wide / 2, y = room.high / 2, smooth = true) => {
      const z = between(fit(), aim.z * by, most());
      go(z, x - ((x - aim.x) * z) / aim.z, y - ((y - aim.y) * z) / aim.z, smooth);
    };
    const pan = (x, y, smooth) => go(aim.z, aim.x + x, aim.y + y, smooth);
    const whole = (smooth) => go(fit(), 0, 0, smooth);

    const say = () => {
      const enlarged = percent.format(aim.z / fit());
      status.textContent = isWhole() ? said.whole : (said.zoomed ?? "{percent}").replace("{percent}", enlarged);
    };

    // ---------------------------------------------------------------- tiles

    const tiles = new Map();

    const lay = (address, box, depth, shown) => {
      const image = new Image();
      const laid = { image, box, depth, loaded: false };
      image.alt = "";
      image.draggable = false;
      image.style.zIndex = depth;
      image.onload = () => {
        laid.loaded = true;
        place(laid);
        resting ||= setTimeout(load, 0);
      };
      image.onerror = () => missed(shown);
      image.src = address;
      stage.append(image);
      tiles.set(shown, laid);
      return laid;
    };

    const drop = (shown, { image }) => {
      image.onload = image.onerror = null;
      image.removeAttribute("src");
      image.remove();
      tiles.delete(shown);
    };

    // A line that fails is tried again, more and more seldom; without anything to show, the plain picture is better.
    let misses = 0;
    let plain = false;
    const missed = (shown) => {
      drop(shown, tiles.get(shown));
      plain = ![...tiles.values()].some((laid) => laid.loaded);
      if (plain) dialog.close();
      else if (++misses < 9) setTimeout(() => dialog.open && load(), 1000 * misses);
    };

    const load = () => {
      resting = 0;
      const { saveData, effectiveType = "4g" } = navigator.connection ?? {};
      const sharp = aim.z * (saveData || effectiveType !== "4g" ? 1 : Math.min(devicePixelRatio, 2));
      // A little softer than the screen could be is not seen, and is a quarter of the bytes.
      const factor = between(1, 2 ** Math.round(-0.2 - Math.log2(sharp)), last);
      const step = tile * factor;
      const seen = (at, side, size) => {
        const first = Math.max(0, Math.floor(-at / aim.z / step));
        const end = Math.min(Math.ceil(side / step), Math.ceil((size - at) / aim.z / step));
        return Array.from({ length: Math.max(0, end - first) }, (_, index) => (first + index) * step);
      };
      const depth = Math.round(4096 / factor);
      const wanted = new Set();
      for (const y of seen(aim.y, height, room.high)) {
        for (const x of seen(aim.x, width, room.wide)) {
          const box = [x, y, Math.min(step, width - x), Math.min(step, height - y)];
          const size = box.slice(2).map((side) => Math.ceil(side / factor));
          const path = factor === last ? smallest : `${box}/${size}/0/default.jpg`;
          wanted.add(path);
          if (!tiles.has(path)) lay(folder + path, box, depth, path);
        }
      }
      const there = [...wanted].every((path) => tiles.get(path)?.loaded);
      for (const [shown, laid] of tiles) {
        const beneath = laid.box[2] === width && laid.box[3] === height;
        const near = laid.depth === depth && laid.loaded && tiles.size < 96;
        if (!wanted.has(shown) && !beneath && !near && (there || !laid.loaded)) drop(shown, laid);
      }
    };

    // Edges lie on the pixels of the screen, so that no seam shows between neighbours.
    const place = ({ image, box: [x, y, wide, high] }) => {
      if (!image.naturalWidth) return;
      const snap = (at) => Math.round(at * devicePixelRatio) / devicePixelRatio;
      const [start, top] = [snap(view.x + x * view.z), snap(view.y + y * view.z)];
      const across = (snap(view.x + (x + wide) * view.z) - start) / image.naturalWidth;
      const down = (snap(view.y + (y + high) * view.z) - top) / image.naturalHeight;
      image.style.transform = `translate(${start}px,${top}px) scale(${across},${down})`;
    };

    const draw = (now) => {
      const share = began ? between(0, (now - began) / GLIDE, 1) : 1;
      const eased = 1 - (1 - share) ** 3;
      view = Object.fromEntries(Object.keys(aim).map((key) => [key, from[key] + (aim[key] - from[key]) * eased]));
      tiles.forEach(place);
      frame = share < 1 ? requestAnimationFrame(draw) : 0;
    };

    // ---------------------------------------------------------------- gestures and keys

    const fingers = new Map();
    let held;
    let tapped = { time: 0 };

    const grip = () => {
      const [[a, b], [c, d] = [a, b]] = [...fingers.values()];
      return { x: (a + c) / 2, y: (b + d) / 2, spread: Math.hypot(a - c, b - d) || 1 };
    };

    stage.addEventListener("pointerdown", (event) => {
      if (event.button || fingers.size > 1) return;
      stage.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, [event.clientX, event.clientY]);
      held = grip();
      held.moved = fingers.size > 1;
    });
    stage.addEventListener("pointermove", (event) => {
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, [event.clientX, event.clientY]);
      const now = grip();
      now.moved = held.moved || Math.hypot(now.x - held.x, now.y - held.y) > 6;
      if (!now.moved) return;
      const [x, y] = [now.x - held.x, now.y - held.y];
      if (fingers.size > 1) scale(now.spread / held.spread, held.x, held.y, false);
      pan(x, y, false);
      held = now;
    });
    const lift = (event) => {
      if (!fingers.delete(event.pointerId)) return;
      const { x, y, moved } = held;
      if (fingers.size) held = { ...grip(), moved: true };
      else if (!moved && event.type === "pointerup") {
        const twice = event.timeStamp - tapped.time < DOUBLE_TAP && Math.hypot(x - tapped.x, y - tapped.y) < 40;
        tapped = { time: twice ? 0 : event.timeStamp, x, y };
        if (twice && aim.z >= most()) whole(true);
        else if (twice) scale(STEP * STEP, x, y);
      }
    };
    stage.addEventListener("pointerup", lift);
    stage.addEventListener("pointercancel", lift);
    dialog.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        const pace = event.deltaMode ? 0.05 : event.ctrlKey ? 0.01 : 0.002;
        scale(Math.exp(-event.deltaY * pace), event.clientX, event.clientY, Math.abs(event.deltaY) > 50);
      },
      { passive: false },
    );

    const keys = {
      "+": () => scale(STEP),
      "-": () => scale(1 / STEP),
      0: () => whole(true),
      ArrowLeft: () => pan(room.wide * STRIDE, 0, true),
      ArrowRight: () => pan(-room.wide * STRIDE, 0, true),
      ArrowUp: () => pan(0, room.high * STRIDE, true),
      ArrowDown: () => pan(0, -room.high * STRIDE, true),
    };
    const same = { "=": "+", _: "-", "−": "-", "۰": "0", "٠": "0", Home: "0" };
    // Of the window: a click on the picture takes the focus from the controls.
    const typed = (event) => {
      const act = keys[same[event.key] ?? event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    };

    // ---------------------------------------------------------------- opening and closing

    const observer = new ResizeObserver(() => {
      const before = room;
      const first = !aim.z;
      const stays = !first && !isWhole();
      const [above, beside] = ["paddingTop", "paddingLeft"].map((side) => parseFloat(getComputedStyle(stage)[side]));
      room = { wide: stage.clientWidth, high: stage.clientHeight, beside, above };
      if (stays) pan((room.wide - before.wide) / 2, (room.high - before.high) / 2, false);
      else whole(false);
      if (first) {
        view = from = aim;
        clearTimeout(speaking);
        clearTimeout(resting);
        load();
      }
    });
    const opened = new AbortController();

    dialog.addEventListener("close", () => {
      observer.disconnect();
      opened.abort();
      [resting, speaking].forEach(clearTimeout);
      cancelAnimationFrame(frame);
      for (const [shown, laid] of tiles) drop(shown, laid);
      dialog.remove();
      link.focus({ preventScroll: true });
      // The step that was added to the history is taken back, or given to the plain picture.
      if (!history.state?.viewer) plain && location.assign(link.href);
      else if (plain) location.replace(link.href);
      else history.back();
    });

    // What the page shows already lies beneath at once, if it is all of the picture.
    const shown = link.querySelector("img");
    const shape = shown?.naturalWidth / shown?.naturalHeight;
    const alike = Math.abs((shape * height) / width - 1) < 0.02;
    document.body.append(dialog);
    dialog.showModal();
    if (alike) lay(shown.currentSrc, [0, 0, width, height], 0, "").loaded = true;
    else lay(folder + smallest, [0, 0, width, height], 1, smallest);
    observer.observe(stage);
    addEventListener("keydown", typed, { signal: opened.signal });
    addEventListener("popstate", () => dialog.close(), { signal: opened.signal });
    try {
      history.pushState({ viewer: true }, "");
    } catch {
      // Then the way back leads from the page, as ever.
    }
  };
}
