import { UserPlus } from "lucide";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type AddressParams, paramOf } from "@/components/decide/queue-address";
import { PATH, saidIn, usersIn, withUsers } from "@/components/next-user/address";
import { ChoiceForm } from "@/components/next-user/choice-form";
import { CustomerSearch } from "@/components/next-user/customer-search";
import { Result } from "@/components/next-user/result";
import { SystemResult } from "@/components/next-user/system-result";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/viewer";
import { today as todayOf } from "@/lib/clock";
import { type NextUserView, priceNextUsers } from "@/lib/use-cases/price-next-users";
import { findCustomers } from "../entscheiden/find-customers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nextUser"))("title") };
}

/** What one, five or n more users cost over a customer's systems, and which of them hurts. */
export default async function NextUserPage({ searchParams }: PageProps<"/naechster-nutzer">) {
  const viewer = await requireViewer("price-next-users");
  const [t, params] = await Promise.all([getTranslations("nextUser"), searchParams]);
  const today = todayOf();
  const text = paramOf(params, "kunde")?.slice(0, 100);
  const { customerId, choices } = await findCustomers(viewer, text, today);
  const users = usersIn(params);
  const view =
    customerId === undefined || choices !== null
      ? null
      : await priceNextUsers(
          viewer,
          { customerId, users: users ?? 1, said: (systemId, field) => saidIn(params, systemId, field) },
          today,
        );
  return (
    <div className="flex flex-col gap-3">
      <PageHead title={t("title")} below={view === null ? t("below") : <Whose view={view} />} />
      {view === null ? (
        <>
          <CustomerSearch text={text ?? ""} choices={text === undefined ? null : (choices ?? [])} />
          {text === undefined ? (
            <div className="card">
              <EmptyState icon={UserPlus} title={t("emptyTitle")}>
                <p>{t("empty")}</p>
              </EmptyState>
            </div>
          ) : null}
        </>
      ) : view.systems.length === 0 ? (
        <div className="card">
          <EmptyState icon={UserPlus} title={t("noSystemsTitle")}>
            <p>{t("noSystems")}</p>
          </EmptyState>
        </div>
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[26rem_minmax(0,1fr)] print:block">
          <ChoiceForm
            formKey={withUsers(params, users ?? 1)}
            customerId={view.customer.id}
            usersText={paramOf(params, "nutzer") ?? "1"}
            usersFault={users === null}
            systems={view.systems}
          />
          <div id="ergebnis" className="flex min-w-0 flex-col gap-4">
            {users === null ? null : <Answer view={view} params={params} />}
          </div>
        </div>
      )}
    </div>
  );
}

async function Whose({ view }: { view: NextUserView }) {
  const t = await getTranslations("nextUser");
  const { id, name, number } = view.customer;
  return (
    <>
      <Link href={`/kunden/${id}`} prefetch={false} className="link inline-block min-h-6">
        {t("customerNamed", { name, number })}
      </Link>{" "}
      <Link href={PATH} prefetch={false} className="link no-print ml-2 inline-block min-h-6 text-xs leading-6">
        {t("otherCustomer")}
      </Link>
    </>
  );
}

async function Answer({ view, params }: { view: NextUserView; params: AddressParams }) {
  const t = await getTranslations("nextUser");
  const ticked = view.systems.filter((system) => system.ticked);
  if (ticked.length === 0) {
    return (
      <div className="card">
        <EmptyState icon={UserPlus} title={t("tickTitle")}>
          <p>{t("tick")}</p>
        </EmptyState>
      </div>
    );
  }
  const { priced } = view;
  return (
    <>
      {priced === null ? null : <Result view={{ ...view, priced }} hrefOf={(users) => withUsers(params, users)} />}
      {ticked.map((system) => (
        <SystemResult key={system.id} system={system} alone={ticked.length === 1} />
      ))}
    </>
  );
}
