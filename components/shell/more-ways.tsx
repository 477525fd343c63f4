"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { useFold } from "@/components/ui/use-fold";
import { isHere } from "./is-here";

/** The ways that have no room in the bar. The browser's own element opens it, also without script; a choice, Escape or a touch beside it closes it. */
export function MoreWays({
  starts,
  label,
  className,
  children,
}: {
  /** Beginnings of the addresses that it holds: it is marked while one is on one of them. */
  starts: readonly string[];
  label: ReactNode;
  className: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const fold = useFold();

  const shown = useRef(path);

  // Not where it first shows: it may have been opened before its script was there.
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    if (fold.ref.current !== null) fold.ref.current.open = false;
  }, [path, fold.ref]);

  return (
    <details {...fold} className="flex min-w-0 flex-auto">
      <summary aria-current={isHere(path, starts) ? "true" : undefined} className={`w-full ${className}`}>
        {label}
      </summary>
      <div className="absolute right-2 bottom-full mb-2 flex max-h-[70dvh] w-64 flex-col gap-1 overflow-y-auto rounded-lg border border-line bg-surface p-2 shadow-overlay">
        {children}
      </div>
    </details>
  );
}
