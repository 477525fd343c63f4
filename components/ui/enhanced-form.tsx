"use client";

import { CircleAlert } from "lucide";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ComponentProps, type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import { Icon } from "./icon";

interface Fault {
  message: string;
  fields: readonly { path: string; message: string }[];
}

/**
 * A form that posts natively, and where script runs posts the same fields as JSON, stays on the page and follows the field `weiter`, or else the answer's.
 * What was wrong is read out above the fields, names them as links and marks them; what was typed stays.
 */
export function EnhancedForm({
  action,
  children,
  className,
  reload = false,
  refreshOnConflict = false,
  ...rest
}: ComponentProps<"form"> & {
  action: string;
  /** Goes on by loading the page anew: who is asking changes, and with it everything round the page. */
  reload?: boolean;
  /** Where somebody else was faster, shows what is stored now beside what was typed, so that sending it again is a choice. */
  refreshOnConflict?: boolean;
}) {
  const t = useTranslations("enhanced");
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams().toString();
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [sending, setSending] = useState(false);
  const [moving, startMoving] = useTransition();
  const busy = sending || moving;
  // Not before it is shown: what is hidden cannot be focused.
  useEffect(() => {
    if (fault !== null) summary.current?.focus();
  }, [fault]);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy || form.current === null) return;
    const fields = new FormData(form.current, (event.nativeEvent as SubmitEvent).submitter);
    setSending(true);
    const outcome = await post(action, valuesOf(fields), {
      message: t("unreachable"),
      fields: [],
    });
    setSending(false);
    setFault(outcome.fault);
    mark(form.current, outcome.fault);
    if (outcome.fault !== null) {
      if (outcome.isConflict === true && refreshOnConflict) startMoving(() => router.refresh());
      return;
    }
    const next = fields.get("weiter") ?? outcome.weiter;
    if (reload) {
      setSending(true);
      window.location.assign(typeof next === "string" && next !== "" ? next : "/");
      return;
    }
    form.current.reset();
    startMoving(() => {
      const here = search === "" ? path : `${path}?${search}`;
      if (typeof next === "string" && next !== "" && next !== here) router.replace(next, { scroll: false });
      else router.refresh();
    });
  }

  return (
    <form ref={form} method="post" action={action} onSubmit={send} aria-busy={busy} className={className} {...rest}>
      <div ref={summary} tabIndex={-1} role="alert" className="outline-none empty:hidden">
        {fault === null ? null : (
          <div className="mb-3 flex gap-2 rounded-md bg-due-ground px-3 py-2 text-sm text-ink">
            <Icon of={CircleAlert} className="size-5 shrink-0 text-due" />
            <div>
              <p className="font-medium">{fault.message}</p>
              {fault.fields.every((field) => field.message === fault.message) ? null : (
                <ul className="mt-1 list-disc pl-4">
                  {fault.fields.map((field) => (
                    <li key={`${field.path} ${field.message}`}>
                      <button
                        type="button"
                        className="link min-h-6 text-left"
                        onClick={() => control(form.current, field.path)?.focus()}
                      >
                        {field.message}
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          </div>
        )}
      </div>
      {children}
    </form>
  );
}

/** As a native post is read: what occurs more than once, like boxes that are ticked, is a list. */
function valuesOf(fields: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const names = new Set(fields.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      const [first = "", ...more] = fields.getAll(name);
      return [name, more.length === 0 ? first : [first, ...more]];
    }),
  );
}

async function post(
  action: string,
  fields: Record<string, FormDataEntryValue | FormDataEntryValue[]>,
  unreachable: Fault,
): Promise<{ readonly fault: Fault | null; readonly weiter?: unknown; readonly isConflict?: boolean }> {
  try {
    const response = await fetch(action, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(fields),
    });
    const body: unknown = await response.json();
    if (response.ok) return { fault: null, weiter: (body as { weiter?: unknown } | null)?.weiter };
    return { fault: faultOf(body) ?? unreachable, isConflict: response.status === 409 };
  } catch {
    return { fault: unreachable };
  }
}

function faultOf(body: unknown): Fault | null {
  const error = (body as { error?: Partial<Fault> } | null)?.error;
  if (typeof error?.message !== "string") return null;
  return { message: error.message, fields: Array.isArray(error.fields) ? error.fields : [] };
}

function control(form: HTMLFormElement | null, name: string): HTMLElement | null {
  const found = form?.elements.namedItem(name);
  if (found instanceof RadioNodeList) return found[0] instanceof HTMLElement ? found[0] : null;
  return found instanceof HTMLElement ? found : null;
}

function mark(form: HTMLFormElement, fault: Fault | null) {
  for (const element of form.elements) element.removeAttribute("aria-invalid");
  for (const field of fault?.fields ?? []) control(form, field.path)?.setAttribute("aria-invalid", "true");
}
