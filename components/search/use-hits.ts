"use client";

import { useEffect, useState } from "react";
import type { HitGroup } from "./hit-groups";

/** Nobody is asked while somebody is still typing. */
const PAUSE_MS = 150;

export interface Answered {
  /** What the groups are the answer to. */
  readonly text: string;
  readonly groups: readonly HitGroup[];
  /** Why there is no answer; null where there is one. The empty text: nobody could say. */
  readonly fault: string | null;
}

const nothing: Answered = { text: "", groups: [], fault: null };

/** What the portal finds for the text, once it has rested. While a new answer is awaited, the one before stays. */
export function useHits(text: string): Answered {
  const [answered, setAnswered] = useState(nothing);
  const sought = text.trim();

  useEffect(() => {
    if (sought === "") {
      setAnswered(nothing);
      return;
    }
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await ask(sought, asking.signal);
      if (!asking.signal.aborted) setAnswered(answer);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [sought]);

  return answered;
}

async function ask(text: string, signal: AbortSignal): Promise<Answered> {
  try {
    const response = await fetch(`/api/portal/search?${new URLSearchParams({ q: text })}`, { signal });
    const body: { groups?: readonly HitGroup[]; error?: { message?: unknown } } = await response.json();
    if (response.ok && Array.isArray(body.groups)) return { text, groups: body.groups, fault: null };
    const message = body.error?.message;
    return { text, groups: [], fault: typeof message === "string" ? message : "" };
  } catch {
    return { text, groups: [], fault: "" };
  }
}
