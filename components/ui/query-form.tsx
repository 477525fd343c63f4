"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, FormEvent } from "react";

/**
 * A form whose fields become the page's address. Sent natively it is a plain GET; where script runs, empty fields are left out, those of one
 * name become one with commas between, and the page stays.
 */
export function QueryForm({ action, ...rest }: ComponentProps<"form"> & { action: string }) {
  const router = useRouter();

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const search = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value !== "string" || value.trim() === "") continue;
      const before = search.get(name);
      search.set(name, before === null ? value.trim() : `${before},${value.trim()}`);
    }
    const [path, hash] = action.split("#");
    const text = search.toString().replaceAll("%2C", ",");
    router.push(`${path}${text === "" ? "" : `?${text}`}${hash === undefined ? "" : `#${hash}`}`, { scroll: false });
  }

  return <form method="get" action={action} onSubmit={send} {...rest} />;
}
