"use client";

import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { decisionChoices } from "@/lib/domain/decisions";
import type { StockItem } from "@/lib/use-cases/list-stock";
import { exportHref, type StockAddress } from "./stock-address";

/** Appears when rows are selected: decides for their contracts, all for one reason, or loads just them. What became of it is said below it. */
export function StockBulkBar({
  chosen,
  address,
  mayDecide,
  onClear,
}: {
  chosen: readonly StockItem[];
  address: StockAddress;
  mayDecide: boolean;
  onClear: () => void;
}) {
  const t = useTranslations("stock.bulk");
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<readonly string[]>([]);
  const contracts = new Set(chosen.flatMap((item) => item.contractId ?? [])).size;

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const choice = (event.nativeEvent as SubmitEvent).submitter?.getAttribute("value");
    setBusy(true);
    const answer = await post({ rows: chosen.map(({ id }) => id), choice, reason: new FormData(form).get("reason") });
    setBusy(false);
    if (!("decided" in answer)) {
      setSaid([t("failed", { message: answer.message })]);
      return;
    }
    setSaid([
      t("done", { count: answer.decided }),
      ...(answer.nothing === 0 ? [] : [t("nothing", { count: answer.nothing })]),
      ...answer.refused.map((refused) => t("refused", { ...refused })),
    ]);
    onClear();
    router.refresh();
  }

  return (
    <>
      <div role="status" className="no-print px-4 py-2 text-sm empty:hidden">
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {/* Room for the bar, so that it covers no row at the end. */}
      {chosen.length === 0 ? null : <div aria-hidden className="h-24 max-md:h-64" />}
      {chosen.length === 0 ? null : (
        <section
          aria-label={t("region")}
          className="no-print fixed inset-x-0 bottom-14 z-10 border-t border-line bg-surface px-4 py-3 shadow-overlay lg:bottom-0 lg:left-52"
        >
          <form onSubmit={send} aria-busy={busy} className="mx-auto flex max-w-5xl flex-wrap items-end gap-x-3 gap-y-2">
            <p className="min-w-40 self-center text-sm font-medium">
              {t("count", { count: chosen.length })}
              {mayDecide ? (
                <span className="block font-normal text-muted">{t("contracts", { count: contracts })}</span>
              ) : null}
            </p>
            {mayDecide && contracts > 0 ? (
              <>
                <TextField
                  id="bulk-reason"
                  name="reason"
                  label={t("reason")}
                  required
                  maxLength={1_000}
                  autoComplete="off"
                  className="min-w-48 flex-1"
                />
                {decisionChoices.map((choice, at) => (
                  <Button
                    key={choice}
                    type="submit"
                    value={choice}
                    look={at === 0 ? "primary" : "secondary"}
                    disabled={busy}
                  >
                    {t(choice)}
                  </Button>
                ))}
              </>
            ) : null}
            <a
              href={exportHref(
                address,
                "excel",
                chosen.map(({ id }) => id),
              )}
              download
              className={buttonClass("secondary")}
            >
              <Download aria-hidden className="size-4" />
              {t("export")}
            </a>
            <Button type="button" look="quiet" onClick={onClear}>
              {t("clear")}
            </Button>
          </form>
        </section>
      )}
    </>
  );
}

interface Decided {
  readonly decided: number;
  readonly nothing: number;
  readonly refused: readonly { readonly what: string; readonly message: string }[];
}

async function post(body: object): Promise<Decided | { readonly message: string }> {
  try {
    const response = await fetch("/api/portal/stock/decisions", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer as Decided;
    const { error } = answer as { error?: { message?: string } };
    return { message: error?.message ?? String(response.status) };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}
