"use client";

import { Keyboard } from "lucide";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { KeyboardHelpWords } from "./keyboard-help";

const KeyboardHelp = lazy(() => import("./keyboard-help").then((module) => ({ default: module.KeyboardHelp })));

const OFF_KEY = "tastenkuerzel";

/**
 * Keys for the queue: j/k or the arrows between rows, Enter opens (the row is a link), Escape closes, x selects, ? shows this. They keep
 * out of fields and of combinations, and can be switched off for people who speak to their computer.
 */
export function QueueKeys({ words }: { words: KeyboardHelpWords }) {
  const [help, setHelp] = useState(false);
  const [on, setOn] = useState(true);
  const at = useRef(-1);

  useEffect(() => setOn(window.localStorage.getItem(OFF_KEY) !== "aus"), []);

  useEffect(() => {
    if (!on) return;
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const links = [...document.querySelectorAll<HTMLElement>("[data-queue-link]")];
      const focused = links.indexOf(document.activeElement as HTMLElement);
      if (focused >= 0) at.current = focused;
      const inRow = focused >= 0;
      if (event.key === "j" || (event.key === "ArrowDown" && inRow))
        go(event, links, focused >= 0 ? focused + 1 : at.current < 0 ? 0 : at.current);
      else if (event.key === "k" || (event.key === "ArrowUp" && inRow))
        go(event, links, Math.max(0, (focused >= 0 ? focused : at.current) - 1));
      else if (event.key === "Escape")
        document.querySelector<HTMLElement>('[data-queue-link][aria-expanded="true"]')?.click();
      else if (event.key === "x" && inRow)
        links[focused]?.closest("tr")?.querySelector<HTMLInputElement>('input[name="auswahl"]')?.click();
      else if (event.key === "?") setHelp(true);
    }
    function go(event: KeyboardEvent, links: readonly HTMLElement[], to: number) {
      const link = links[Math.min(to, links.length - 1)];
      if (link === undefined) return;
      event.preventDefault();
      link.focus();
      link.closest("tr")?.scrollIntoView({ block: "nearest" });
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);

  function use(wanted: boolean) {
    window.localStorage.setItem(OFF_KEY, wanted ? "an" : "aus");
    setOn(wanted);
  }

  return (
    <>
      <button
        type="button"
        onClick={() => setHelp(true)}
        title={words.open}
        className="no-print hidden size-9 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink md:grid"
      >
        <Icon of={Keyboard} className="size-5" />
        <span className="sr-only">{words.open}</span>
      </button>
      {help ? (
        <Suspense>
          <KeyboardHelp words={words} on={on} onUse={use} onClose={() => setHelp(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== "checkbox";
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
