import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type CheckAddress, checkAddressOf, checkHref, wholeNumber } from "@/components/check/check-address";
import { ChooseSystem } from "@/components/check/choose-system";
import { FocusAnswer } from "@/components/check/focus-answer";
import { Results } from "@/components/check/results";
import { ReverseSection } from "@/components/check/reverse-section";
import { StandingNow } from "@/components/check/standing-now";
import { WishForm } from "@/components/check/wish-form";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import type { Viewer } from "@/lib/domain/viewer";
import { checkAddition } from "@/lib/use-cases/check-addition";
import { findSystems } from "@/lib/use-cases/find-systems";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("check"))("title") };
}

/** May I add this, what does it cost, what breaks? One system, up to three wishes side by side, and what would break if something went. */
export default async function CheckPage({ searchParams }: PageProps<"/pruefen">) {
  const viewer = await requireViewer("check-addition");
  const address = checkAddressOf(await searchParams);
  return address.anlage === undefined ? (
    <ChoosePage viewer={viewer} address={address} />
  ) : (
    <SystemPage viewer={viewer} address={address} systemId={address.anlage} />
  );
}

async function ChoosePage({ viewer, address }: { viewer: Viewer; address: CheckAddress }) {
  const t = await getTranslations("check");
  const search = address.suche ?? "";
  return (
    <div className="flex flex-col gap-3">
      <PageHead title={t("title")} below={t("below")} />
      <ChooseSystem search={search} found={await findSystems(viewer, search)} />
    </div>
  );
}

async function SystemPage({ viewer, address, systemId }: { viewer: Viewer; address: CheckAddress; systemId: string }) {
  const t = await getTranslations("check");
  // A wish with an amount that is none is not reckoned: its field says what would be right.
  const wishes = address.wishes.map((rows) =>
    rows.every(({ amount }) => amount !== null) ? rows.map(({ key, amount }) => ({ key, amount: amount ?? 1 })) : [],
  );
  const removal = address.removal.flatMap(({ key, amount }) => (amount === null ? [] : [{ key, quantity: amount }]));
  const users = address.benutzer === undefined ? null : wholeNumber(address.benutzer);
  const view = await checkAddition(viewer, { systemId, users, wishes, removal }, todayOf());
  if (view === null) notFound();
  const { system } = view;
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        above={
          <>
            {t("title")} ·{" "}
            <Link href={`/kunden/${system.customerId}`} prefetch={false} className="link inline-block min-h-6">
              {system.customerName} ({system.customerNumber})
            </Link>
          </>
        }
        title={system.name}
        below={[
          system.productName,
          system.release === null ? null : t("release", { release: system.release }),
          system.resale === "brokered" ? t("brokered") : null,
        ]
          .filter((part) => part !== null)
          .join(" · ")}
        aside={
          <LinkButton href={checkHref({})} className="no-print">
            {t("otherSystem")}
          </LinkButton>
        }
      />
      <FocusAnswer address={checkHref(address)} />
      <StandingNow view={view} />
      <Section id="wunsch" title={t("wishTitle")}>
        <WishForm view={view} address={address} />
      </Section>
      <Results view={view} address={address} />
      <ReverseSection view={view} address={address} />
    </div>
  );
}
