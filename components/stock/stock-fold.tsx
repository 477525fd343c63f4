"use client";

import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { useFold } from "@/components/ui/use-fold";

/** A button that opens what belongs to it, over what follows; one at a time, and closed by what it was opened for. */
export function StockFold({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  const fold = useFold();
  const close = () => {
    if (fold.ref.current !== null) fold.ref.current.open = false;
  };
  return (
    <details {...fold} onSubmit={close} className="md:relative" name="bestand-werkzeug">
      <summary className={buttonClass("secondary")}>
        {icon}
        {label}
      </summary>
      <div className="absolute top-full right-0 z-10 mt-1 w-80 rounded-lg border border-line bg-surface p-3 shadow-overlay max-md:left-0 max-md:w-auto max-md:min-w-72">
        {children}
      </div>
    </details>
  );
}
