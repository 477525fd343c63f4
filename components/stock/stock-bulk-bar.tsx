"use client";

import { Download } from "lucide";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { StatusLine } from "@/components/ui/status-line";
import { decisionChoices } from "@/lib/domain/decisions";
import type { StockItem } from "@/lib/use-cases/list-stock";
import { exportHref, type StockAddress } from "./stock-address";

/** Appears when rows are selected: decides for their contracts, all for one reason, or loads just them. What became of it is said where it was. */
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
  const [said, setSaid] = useState("");
  const [fault, setFault] = useState("");
  const contracts = new Set(chosen.flatMap((item) => item.contractId ?? [])).size;

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const choice = (event.nativeEvent as SubmitEvent).submitter?.getAttribute("value");
    setBusy(true);
    const answer = await post({ rows: chosen.map(({ id }) => id), choice, reason: new FormData(form).get("reason") });
    setBusy(false);
    if (!("decided" in answer)) {
      setFault(t("failed", { message: answer.message }));
      return;
    }
    const sentences = [
      t("done", { count: answer.decided }),
      ...(answer.nothing === 0 ? [] : [t("nothing", { count: answer.nothing })]),
      ...answer.refused.map((refused) => t("refused", { ...refused })),
    ];
    setSaid(sentences.join(" "));
    setFault("");
    onClear();
    router.refresh();
  }

  return (
    <>
      <StatusLine
        floating
        actions={
          <Button type="button" look="quiet" onClick={() => setSaid("")}>
            {t("dismiss")}
          </Button>
        }
      >
        {chosen.length === 0 ? said : null}
      </StatusLine>
      {/* Room for the bar, so that it covers no row at the end. */}
      {chosen.length === 0 ? null : <div aria-hidden className="h-24 max-md:h-64" />}
      {chosen.length === 0 ? null : (
        <section
          aria-label={t("region")}
          className="no-print fixed inset-x-0 bottom-14 z-10 border-t border-line bg-surface px-4 py-3 shadow-overlay lg:bottom-0 lg:left-52"
        >
          <p role="alert" className="mx-auto mb-2 max-w-5xl text-sm font-medium text-due empty:hidden">
            {fault}
          </p>
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
              <Icon of={Download} className="size-4" />
              {t("export")}
            </a>
            <Button
              type="button"
              look="quiet"
              onClick={() => {
                setFault("");
                onClear();
              }}
            >
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
