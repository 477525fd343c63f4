"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { isHere } from "./is-here";

/** A way of the main navigation; knows whether it leads to where one is. */
export function NavLink({
  href,
  also = [],
  className,
  children,
}: {
  href: string;
  /** Further beginnings of addresses that belong under this way. */
  also?: readonly string[];
  className: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = isHere(path, [href, ...also]);
  return (
    <Link href={href} prefetch={false} className={className} aria-current={here ? "page" : undefined}>
      {children}
    </Link>
  );
}
