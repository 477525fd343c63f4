"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type FormEvent, useEffect, useRef } from "react";

/** So long after the last letter a form is sent that is sent while one types. */
const PAUSE_MS = 250;

/**
 * A form whose fields become the page's address. Sent natively it is a plain GET; where script runs, empty fields are left out, those of one
 * name become one with commas between, and the page stays. `whileTyping`: it is sent by itself, and the address of each pause takes the
 * place of the last one.
 */
export function QueryForm({
  action,
  whileTyping = false,
  ...rest
}: ComponentProps<"form"> & { action: string; whileTyping?: boolean }) {
  const router = useRouter();
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // Whoever has found what he typed for, and follows it, is not brought back by what was still to be sent.
    const leave = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest("a[href]") !== null) clearTimeout(pause.current);
    };
    document.addEventListener("click", leave, true);
    return () => {
      document.removeEventListener("click", leave, true);
      clearTimeout(pause.current);
    };
  }, []);

  function type(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    clearTimeout(pause.current);
    pause.current = setTimeout(() => form.requestSubmit(), PAUSE_MS);
  }

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    clearTimeout(pause.current);
    const search = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value !== "string" || value.trim() === "") continue;
      const before = search.get(name);
      search.set(name, before === null ? value.trim() : `${before},${value.trim()}`);
    }
    const [path, hash] = action.split("#");
    const text = search.toString().replaceAll("%2C", ",");
    const address = `${path}${text === "" ? "" : `?${text}`}${hash === undefined ? "" : `#${hash}`}`;
    router[whileTyping ? "replace" : "push"](address, { scroll: false });
  }

  return <form method="get" action={action} onSubmit={send} onInput={whileTyping ? type : undefined} {...rest} />;
}
