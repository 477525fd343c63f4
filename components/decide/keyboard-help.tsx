"use client";

import { Dialog } from "@/components/ui/dialog";

export interface KeyboardHelpWords {
  readonly title: string;
  readonly open: string;
  readonly close: string;
  readonly use: string;
  readonly or: string;
  readonly next: string;
  readonly previous: string;
  readonly enter: string;
  /** Absent where there is nothing to close. */
  readonly escape?: string;
  readonly select: string;
  readonly help: string;
}

const keys = [
  { name: "next", keys: ["j", "↓"] },
  { name: "previous", keys: ["k", "↑"] },
  { name: "enter", keys: ["Enter"] },
  { name: "escape", keys: ["Esc"] },
  { name: "select", keys: ["x"] },
  { name: "help", keys: ["?"] },
] as const;

/** Which keys do what, and whether they do. */
export function KeyboardHelp({
  words,
  on,
  onUse,
  onClose,
}: {
  words: KeyboardHelpWords;
  on: boolean;
  onUse: (wanted: boolean) => void;
  onClose: () => void;
}) {
  return (
    <Dialog title={words.title} closeLabel={words.close} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-sm">
        {keys
          .filter((row) => words[row.name] !== undefined)
          .map((row) => (
            <div key={row.name} className="contents">
              <dt className="flex items-center gap-1">
                {row.keys.map((key, index) => (
                  <span key={key}>
                    {index === 0 ? null : <span className="text-muted"> {words.or} </span>}
                    <kbd className="rounded border border-line-strong bg-sunken px-1.5 py-0.5 font-sans text-xs">
                      {key}
                    </kbd>
                  </span>
                ))}
              </dt>
              <dd>{words[row.name]}</dd>
            </div>
          ))}
      </dl>
      <label className="flex min-h-8 items-center gap-2 border-t border-line pt-3 text-sm">
        <input type="checkbox" className="size-4" checked={on} onChange={(event) => onUse(event.target.checked)} />
        {words.use}
      </label>
    </Dialog>
  );
}
