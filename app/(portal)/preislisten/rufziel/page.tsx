import { PhoneOutgoing } from "lucide";
import type { Metadata } from "next";
import Form from "next/form";
import { getTranslations } from "next-intl/server";
import { paramOf } from "@/components/decide/queue-address";
import { LookupResult } from "@/components/price-lists/lookup-result";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { PageHead } from "@/components/ui/page-head";
import { ReasonList } from "@/components/ui/reasons";
import { requireViewer } from "@/lib/auth/viewer";
import { lookUp } from "@/lib/domain/number-lookup";
import { diallingPlan } from "@/lib/price-lists/countries";
import { newestEdition, vendors } from "@/lib/price-lists/index";

const examples = ["Israel", "+381 11", "01805", "0800", "Roaming"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lookup"))("title") };
}

/** What calling a country or a number costs by every price list, with zones, special numbers and roaming. Looked up, never rated. */
export default async function LookupPage({ searchParams }: PageProps<"/preislisten/rufziel">) {
  await requireViewer("see-price-lists");
  const [t, params] = await Promise.all([getTranslations("lookup"), searchParams]);
  const target = paramOf(params, "ziel")?.slice(0, 100) ?? "";
  const lists = vendors.flatMap(({ id }) => newestEdition(id) ?? []);
  const answer = lookUp(diallingPlan, lists, target);
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        above={
          <nav aria-label={t("crumb")}>
            <a href="/preislisten" className="link inline-block min-h-6">
              {t("toLists")}
            </a>
          </nav>
        }
        title={t("title")}
        below={t("below")}
      />
      <Form
        key={target}
        action="/preislisten/rufziel"
        role="search"
        className="no-print card flex flex-wrap items-end gap-3 px-3 py-3"
      >
        <TextField
          id="target"
          name="ziel"
          type="search"
          label={t("target")}
          placeholder={t("targetHint")}
          defaultValue={target}
          maxLength={100}
          autoComplete="off"
          className="min-w-60 flex-1"
        />
        <Button type="submit" look="primary">
          <Icon of={PhoneOutgoing} className="size-4" />
          {t("submit")}
        </Button>
      </Form>
      {answer.hints.length === 0 || answer.found.length === 0 ? null : (
        <div className="text-sm">
          <ReasonList reasons={answer.hints} />
        </div>
      )}
      {answer.found.length === 0 ? (
        <div className="card">
          <EmptyState icon={PhoneOutgoing} title={target === "" ? t("emptyTitle") : t("notFoundTitle", { target })}>
            <p>{target === "" ? t("empty") : t("notFound")}</p>
            <p className="mt-3 flex flex-wrap justify-center gap-x-4 gap-y-1">
              {examples.map((example) => (
                <a
                  key={example}
                  href={`/preislisten/rufziel?${new URLSearchParams({ ziel: example })}`}
                  className="link inline-block min-h-6"
                >
                  {example}
                </a>
              ))}
            </p>
          </EmptyState>
        </div>
      ) : (
        answer.found.map((found, index) => <LookupResult key={found.names.de} found={found} id={`ziel-${index + 1}`} />)
      )}
    </div>
  );
}
