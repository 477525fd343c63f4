import { Equal, FileQuestionMark } from "lucide";
import type { Metadata } from "next";
import Form from "next/form";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { paramOf } from "@/components/decide/queue-address";
import { compareHref, listHref } from "@/components/price-lists/addresses";
import { ComparisonTable } from "@/components/price-lists/comparison-table";
import { EditionText } from "@/components/price-lists/edition-text";
import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SelectField } from "@/components/ui/field";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/viewer";
import { compareEditions } from "@/lib/domain/edition-comparison";
import { editionsOf } from "@/lib/price-lists/index";

type Props = PageProps<"/preislisten/[vendor]/vergleich">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireViewer("see-price-lists");
  const product = editionsOf((await params).vendor).at(-1)?.productName;
  if (product === undefined) notFound();
  return { title: (await getTranslations("priceLists"))("compare.title", { product }) };
}

/** Two editions of one vendor side by side: what changed, came and went. With a single edition it says that there is nothing to compare. */
export default async function ComparePage({ params, searchParams }: Props) {
  await requireViewer("see-price-lists");
  const [t, { vendor }, address] = await Promise.all([getTranslations("priceLists"), params, searchParams]);
  const editions = editionsOf(vendor);
  const newest = editions.at(-1);
  if (newest === undefined) notFound();
  const named = (name: "von" | "bis") => editions.find(({ edition }) => edition === paramOf(address, name));
  const before = named("von") ?? editions.at(-2) ?? newest;
  const after = named("bis") ?? newest;
  const { changes, sameFigures } = compareEditions(before, after);
  const choices = editions.map(({ edition, document }) => ({
    value: edition,
    label: `${edition === "undated" ? t("undated") : edition} (${document.statedAs})`,
  }));
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        above={
          <nav aria-label={t("crumb")} className="flex gap-2">
            <a href="/preislisten" className="link inline-block min-h-6">
              {t("title")}
            </a>
            <span aria-hidden>/</span>
            <a href={listHref(newest)} className="link inline-block min-h-6">
              {newest.productName}
            </a>
          </nav>
        }
        title={t("compare.title", { product: newest.productName })}
      />
      {editions.length < 2 ? (
        <div className="card">
          <EmptyState icon={FileQuestionMark} title={t("compare.onlyOne", { product: newest.productName })}>
            <p>
              {t.rich("compare.onlyOneHint", {
                edition: () => (
                  <strong className="font-medium text-ink">
                    <EditionText edition={newest.edition} />
                  </strong>
                ),
              })}
            </p>
            <p className="mt-3">
              <LinkButton href={listHref(newest)}>{t("compare.toList")}</LinkButton>
            </p>
          </EmptyState>
        </div>
      ) : (
        <>
          <Form action={compareHref(vendor)} className="no-print card flex flex-wrap items-end gap-3 px-3 py-3">
            <SelectField
              id="from"
              name="von"
              label={t("compare.from")}
              defaultValue={before.edition}
              choices={choices}
            />
            <SelectField id="to" name="bis" label={t("compare.to")} defaultValue={after.edition} choices={choices} />
            <Button type="submit" look="primary">
              {t("compare.submit")}
            </Button>
          </Form>
          <p className="text-sm text-muted">{t("compare.counts", { changes: changes.length, same: sameFigures })}</p>
          <div className="card">
            {changes.length === 0 ? (
              <EmptyState icon={Equal} title={t("compare.same")}>
                <p>{t("compare.sameHint")}</p>
              </EmptyState>
            ) : (
              <ComparisonTable before={before} after={after} changes={changes} />
            )}
          </div>
        </>
      )}
    </div>
  );
}
