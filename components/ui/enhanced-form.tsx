"use client";

import { CircleAlert } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ComponentProps, type FormEvent, useRef, useState, useTransition } from "react";

interface Fault {
  message: string;
  fields: readonly { path: string; message: string }[];
  /** Somebody else was faster. */
  isConflict: boolean;
}

/**
 * A form that posts natively, and where script runs posts the same fields as JSON, stays on the page and follows the field `weiter`.
 * What was wrong is read out above the fields, names them as links and marks them; what was typed stays.
 */
export function EnhancedForm({
  action,
  children,
  className,
  reload = false,
  weiter,
  refreshOnConflict = false,
  ...rest
}: ComponentProps<"form"> & {
  action: string;
  /** Where to go on, for a form whose fields must not carry it: the same as its route answers a form sent natively. */
  weiter?: string;
  /** Where somebody else was faster, shows what is stored now beside what was typed, so that sending it again is a choice. */
  refreshOnConflict?: boolean;
  /** Goes on by loading the page anew: who is asking changes, and with it everything round the page. */
  reload?: boolean;
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

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy || form.current === null) return;
    const fields = new FormData(form.current, (event.nativeEvent as SubmitEvent).submitter);
    setSending(true);
    const outcome = await post(action, Object.fromEntries(fields), {
      message: t("unreachable"),
      fields: [],
      isConflict: false,
    });
    setSending(false);
    setFault(outcome);
    mark(form.current, outcome);
    if (outcome !== null) {
      if (outcome.isConflict && refreshOnConflict) startMoving(() => router.refresh());
      summary.current?.focus();
      return;
    }
    const next = fields.get("weiter") ?? weiter;
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
            <CircleAlert aria-hidden className="size-5 shrink-0 text-due" />
            <div>
              <p className="font-medium">{fault.message}</p>
              {fault.fields.every((field) => field.message === fault.message) ? null : (
                <ul className="mt-1 list-disc pl-4">
                  {fault.fields.map((field) => (
                    <li key={`${field.path} ${field.message}`}>
                      <button
                        type="button"
                        className="link text-left"
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

async function post(
  action: string,
  fields: Record<string, FormDataEntryValue>,
  unreachable: Fault,
): Promise<Fault | null> {
  try {
    const response = await fetch(action, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(fields),
    });
    if (response.ok) return null;
    const body: unknown = await response.json();
    return faultOf(body, response.status === 409) ?? unreachable;
  } catch {
    return unreachable;
  }
}

function faultOf(body: unknown, isConflict: boolean): Fault | null {
  const error = (body as { error?: Partial<Fault> } | null)?.error;
  if (typeof error?.message !== "string") return null;
  return { message: error.message, fields: Array.isArray(error.fields) ? error.fields : [], isConflict };
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
