"use client";

import { useEffect, useState } from "react";

/** Writes a ready answer into a field. Shows only where script runs; without it one types. */
export function FillIn({
  target,
  label,
  choices,
}: {
  target: string;
  label: string;
  choices: readonly { label: string; value: string }[];
}) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;

  function fill(value: string) {
    const field = document.getElementById(target);
    if (!(field instanceof HTMLInputElement)) return;
    field.value = value;
    field.focus();
  }

  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.label}
          type="button"
          onClick={() => fill(choice.value)}
          className="min-h-7 rounded-full border border-line bg-surface px-2.5 text-xs text-muted hover:border-line-strong hover:text-ink max-md:min-h-9"
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}
