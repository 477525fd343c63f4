"use client";

import { Eye } from "lucide";
import { useRouter } from "next/navigation";
import { type MouseEvent, useEffect, useRef, useTransition } from "react";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Long enough for the second digit of a number, short enough to be called at once. */
const WAIT_MS = 250;

/**
 * The button that shows what the fields of its form would move: it sends them to the page's own address. Where script runs, typing does the
 * same by itself, and the page stays.
 */
export function LivePreview({ path, seenVersion, label }: { path: string; seenVersion: number; label: string }) {
  const router = useRouter();
  const button = useRef<HTMLButtonElement>(null);
  const [reckoning, start] = useTransition();

  useEffect(() => {
    const form = button.current?.form;
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      clearTimeout(timer);
      timer = undefined;
      start(() => router.replace(addressOf(path, form, seenVersion), { scroll: false }));
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(show, WAIT_MS);
    };
    // What is being saved stands in the address too, so that it is still there if somebody else was faster.
    const now = () => {
      if (timer !== undefined) show();
    };
    // What was typed before this script was there.
    if ([...form.elements].some(isTouched)) soon();
    form.addEventListener("input", soon);
    form.addEventListener("submit", now);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", soon);
      form.removeEventListener("submit", now);
    };
  }, [path, router, seenVersion]);

  function show(event: MouseEvent<HTMLButtonElement>) {
    const { form } = event.currentTarget;
    if (form === null) return;
    event.preventDefault();
    start(() => router.replace(addressOf(path, form, seenVersion), { scroll: false }));
  }

  return (
    <button
      ref={button}
      type="submit"
      formMethod="get"
      formAction={`${path}#vorschau`}
      name="stand"
      value={seenVersion}
      onClick={show}
      aria-busy={reckoning}
      className={buttonClass()}
    >
      <Icon of={Eye} className="size-4" />
      {label}
    </button>
  );
}

/** Whether something else stands in the field than it came with. */
function isTouched(element: Element): boolean {
  if (element instanceof HTMLInputElement) return element.value !== element.defaultValue;
  if (!(element instanceof HTMLSelectElement)) return false;
  return [...element.options].some((option) => option.selected !== option.defaultSelected);
}

/** An empty field stays in the address: it means unknown. */
function addressOf(path: string, form: HTMLFormElement, seenVersion: number): string {
  const search = new URLSearchParams({ stand: String(seenVersion) });
  for (const [name, value] of new FormData(form)) if (typeof value === "string") search.set(name, value.trim());
  return `${path}?${search}`;
}
