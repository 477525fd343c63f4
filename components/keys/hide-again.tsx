"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Takes a key that was shown off the screen again: a desk that its clerk has left shows none. */
export function HideAgain({ href, afterMs }: { href: string; afterMs: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => router.replace(href, { scroll: false }), afterMs);
    return () => clearTimeout(timer);
  }, [router, href, afterMs]);
  return null;
}
