import { StatusLine } from "./status-line";

/** What the last act of this page came to: done, or (for forms sent without script) what was wrong. */
export function Said({ done, fault }: { done: string | null; fault: string | null }) {
  return (
    <>
      <StatusLine>{fault === null ? done : null}</StatusLine>
      {fault === null ? null : <StatusLine tone="due">{fault}</StatusLine>}
    </>
  );
}

/** The word of the address that names what was done, if the page knows it. */
export function wordOf<W extends string>(words: readonly W[], value: string | string[] | undefined): W | null {
  return words.find((word) => word === value) ?? null;
}
