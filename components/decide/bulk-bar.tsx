"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { DayField, TextField } from "@/components/ui/field";

interface Chosen {
  readonly id: string;
  readonly basis: string;
}

/** Appears when rows are selected: one reason for all of them, each recorded by itself. Needs script; without it one decides row by row. */
export function BulkBar({ snoozeUntil }: { snoozeUntil: string }) {
  const t = useTranslations("bulk");
  const router = useRouter();
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");

  useEffect(() => {
    const read = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.name === "auswahl")
        setChosen(
          boxes()
            .filter((box) => box.checked)
            .map(chosenOf),
        );
    };
    document.addEventListener("change", read);
    return () => document.removeEventListener("change", read);
  }, []);

  function clear() {
    for (const box of boxes()) box.checked = false;
    setChosen([]);
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const isSnooze = (event.nativeEvent as SubmitEvent).submitter?.getAttribute("value") === "snooze";
    const fields = new FormData(form);
    const act = isSnooze ? { act: "snooze", until: fields.get("until") } : { act: "decide", choice: "keep" };
    setBusy(true);
    const failures: string[] = [];
    for (const { id, basis } of chosen) {
      const failure = await record(id, { ...act, reason: fields.get("reason"), basis });
      if (failure !== null) failures.push(failure);
    }
    setBusy(false);
    const [first] = failures;
    setSaid(
      first === undefined
        ? t("done", { count: chosen.length })
        : t("failed", { failed: failures.length, count: chosen.length, message: first }),
    );
    clear();
    form.reset();
    router.refresh();
  }

  return (
    <>
      <p role="status" className="no-print rounded-md bg-sunken px-3 py-2 text-sm empty:hidden">
        {said}
      </p>
      {chosen.length === 0 ? null : (
        <section
          aria-label={t("region")}
          className="no-print fixed inset-x-0 bottom-14 z-10 border-t border-line bg-surface px-4 py-3 shadow-overlay lg:bottom-0 lg:left-52"
        >
          <form onSubmit={send} aria-busy={busy} className="mx-auto flex max-w-5xl flex-wrap items-end gap-x-3 gap-y-2">
            <p className="min-w-40 self-center text-sm font-medium">{t("count", { count: chosen.length })}</p>
            <TextField
              id="bulk-reason"
              name="reason"
              label={t("reason")}
              required
              maxLength={500}
              autoComplete="off"
              className="min-w-48 flex-1"
            />
            <Button type="submit" value="keep" look="primary" disabled={busy}>
              {t("keep")}
            </Button>
            <DayField id="bulk-until" name="until" label={t("until")} defaultValue={snoozeUntil} className="w-32" />
            <Button type="submit" value="snooze" disabled={busy}>
              {t("snooze")}
            </Button>
            <Button type="button" look="quiet" onClick={clear}>
              {t("clear")}
            </Button>
          </form>
        </section>
      )}
    </>
  );
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[name="auswahl"]')];
}

function chosenOf(box: HTMLInputElement): Chosen {
  return { id: box.value, basis: box.dataset.basis ?? "" };
}

/** Records one of them; the sentence that says why not, or null. */
async function record(id: string, body: object): Promise<string | null> {
  try {
    const response = await fetch(`/api/portal/decisions/${id}`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return null;
    const answer = (await response.json()) as { error?: { message?: string } };
    return answer.error?.message ?? String(response.status);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
