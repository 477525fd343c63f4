"use client";

import { useEffect, useRef } from "react";

/** After a form was sent, whoever goes by keyboard or listens stands at its answer: the part of the page that the fragment names. */
export function FocusAnswer({ address }: { address: string }) {
  const last = useRef(address);
  useEffect(() => {
    if (last.current === address) return;
    last.current = address;
    const answer = window.location.hash.slice(1);
    if (answer !== "") document.querySelector<HTMLElement>(`[data-answer="${CSS.escape(answer)}"]`)?.focus();
  }, [address]);
  return null;
}
