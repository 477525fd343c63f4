"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { WANTED } from "./early-search";
import type { NamedPage } from "./page-hits";

const load = () => import("./palette").then((module) => ({ default: module.Palette }));
const Palette = lazy(load);

/** Opens the search with Ctrl-K or Cmd-K, and where a link that leads to its page is chosen. What it opens is loaded with the first wish for it. */
export function PaletteDoor({ pages }: { pages: readonly NamedPage[] }) {
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      const isShortcut = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (!isShortcut || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen(true);
    }
    function choose(event: MouseEvent) {
      const link = linkOf(event);
      // With a key held down one wants the page, in a tab of its own.
      if (link === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // Where a click does not focus a link, nothing would get the focus back.
      link.focus();
      setOpen(true);
    }
    function approach(event: Event) {
      if (linkOf(event) !== null) load().catch(() => {});
    }
    document.onkeydown = null;
    const { dataset } = document.documentElement;
    if (dataset.search === WANTED) setOpen(true);
    delete dataset.search;
    document.addEventListener("keydown", press);
    document.addEventListener("click", choose, { capture: true });
    document.addEventListener("pointerover", approach);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("click", choose, { capture: true });
      document.removeEventListener("pointerover", approach);
    };
  }, []);

  if (!isOpen) return null;
  return (
    <Suspense>
      <Palette pages={pages} onClose={() => setOpen(false)} />
    </Suspense>
  );
}

function linkOf({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-opens-search]") : null;
}
