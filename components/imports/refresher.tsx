"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Looks again and again while something is at work in the server; ends with the page that no longer shows it. */
export function Refresher({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
