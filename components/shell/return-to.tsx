"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** Tells a form where to come back to: the address one is on. */
export function ReturnTo() {
  const path = usePathname();
  const search = useSearchParams().toString();
  return <input type="hidden" name="weiter" value={search === "" ? path : `${path}?${search}`} />;
}
