import { Plus, X } from "lucide";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { type Choice, SelectField, TextField } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { QueryForm } from "@/components/ui/query-form";
import type { Reason } from "@/lib/domain/reason";
import { sentence } from "@/lib/format/reasons";
import type { AdditionView } from "@/lib/use-cases/check-addition";
import {
  type AddressRow,
  amountName,
  type CheckAddress,
  checkHref,
  fieldsOf,
  MOST_ROWS,
  MOST_WISHES,
  rowName,
  wholeNumber,
  withWish,
} from "./check-address";
import { wishOptions } from "./choice-names";

const RESULT = "ergebnis";

/** What somebody wishes to add, in up to three ways, as an address that can be kept. Always shows some rows more than are filled. */
export function WishForm({ view, address }: { view: AdditionView; address: CheckAddress }) {
  const t = useTranslations("check");
  const lists = useTranslations("priceLists");
  const locale = useLocale();
  const options = wishOptions(view.list, locale, t, lists);
  const { wishes } = address;
  const filled = wishes.findLast((rows) => rows.length > 0);
  const mayCompare = wishes.length < MOST_WISHES && filled !== undefined;
  return (
    <QueryForm key={checkHref(address)} action={`/pruefen#${RESULT}`} aria-label={t("form")}>
      <Hidden address={{ ...address, suche: undefined, benutzer: undefined, wishes: [] }} />
      {view.list.userTiers.length === 0 ? null : <Users view={view} address={address} />}
      <div
        className={`grid gap-x-6 gap-y-4 ${wishes.length > 1 ? "xl:grid-cols-2" : ""} ${wishes.length > 2 ? "2xl:grid-cols-3" : ""}`}
      >
        {wishes.map((rows, wish) => (
          <Wish
            // biome-ignore lint/suspicious/noArrayIndexKey: a wish is its place
            key={wish}
            wish={wish}
            rows={rows}
            address={address}
            options={options}
            refusals={view.refused.find((each) => each.wish === wish)?.refusals ?? []}
          />
        ))}
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button type="submit" look="primary">
          {t("submit")}
        </Button>
        {mayCompare ? (
          <LinkButton href={checkHref({ ...address, wishes: [...wishes, filled] })} scroll={false}>
            <Icon of={Plus} className="size-4" />
            {t("addWish")}
          </LinkButton>
        ) : null}
      </div>
    </QueryForm>
  );
}

function Users({ view, address }: { view: AdditionView; address: CheckAddress }) {
  const t = useTranslations("check");
  const { installedUsers } = view;
  const isFault = address.benutzer !== undefined && wholeNumber(address.benutzer) === null;
  return (
    <TextField
      id="users"
      name="benutzer"
      inputMode="numeric"
      label={t("users")}
      hint={installedUsers === null ? t("usersUnknown") : t("usersInstalled", { users: installedUsers })}
      error={isFault ? t("amountFault") : undefined}
      defaultValue={address.benutzer ?? ""}
      placeholder={installedUsers === null ? undefined : String(installedUsers)}
      maxLength={9}
      autoComplete="off"
      className="mb-4 max-w-80"
    />
  );
}

function Wish({
  wish,
  rows,
  address,
  options,
  refusals,
}: {
  wish: number;
  rows: readonly AddressRow[];
  address: CheckAddress;
  options: readonly Choice[];
  refusals: readonly (Reason & { readonly path?: string })[];
}) {
  const t = useTranslations("check");
  const locale = useLocale();
  const stem = `wunsch${wish + 1}`;
  const shown = Math.min(MOST_ROWS, Math.max(3, rows.length + 1));
  const several = address.wishes.length > 1;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 text-sm font-medium">
        {several ? t("wishNumber", { number: wish + 1 }) : t("wish")}
      </legend>
      {Array.from({ length: shown }, (_, index) => {
        const row = rows[index];
        const refusal = refusals.find(({ path }) => path?.startsWith(`wish[${index}]`) || path === `wish.${row?.key}`);
        const number = index + 1;
        return (
          <div key={number} className="grid grid-cols-[minmax(0,1fr)_7rem] gap-2">
            <SelectField
              id={`${stem}-${number}`}
              name={rowName(stem, number)}
              label={<RowLabel text={t("article")} number={number} />}
              defaultValue={row?.key ?? ""}
              choices={[
                { value: "", label: number <= rows.length ? t("noArticle") : t("chooseArticle") },
                // A key that the list does not know stays visible, so that the fault can be seen and mended.
                ...(row && !options.some(({ value }) => value === row.key) ? [{ value: row.key, label: row.key }] : []),
                ...options,
              ]}
              error={refusal === undefined ? undefined : sentence(refusal, locale)}
            />
            <TextField
              id={`${stem}-${number}-amount`}
              name={amountName(stem, number)}
              inputMode="numeric"
              label={<RowLabel text={t("amount")} number={number} />}
              defaultValue={row === undefined ? "" : row.text}
              placeholder="1"
              maxLength={9}
              autoComplete="off"
              error={row !== undefined && row.amount === null ? t("amountFault") : undefined}
            />
          </div>
        );
      })}
      {several ? (
        <p className="no-print">
          <Link
            href={checkHref(withWish(address, wish, null))}
            prefetch={false}
            scroll={false}
            className="link inline-flex min-h-6 items-center gap-1 text-xs"
          >
            <Icon of={X} className="size-4" />
            {t("removeWish", { number: wish + 1 })}
          </Link>
        </p>
      ) : null}
    </fieldset>
  );
}

/** Seen once above the first row, heard with its number on each. */
function RowLabel({ text, number }: { text: string; number: number }) {
  return (
    <span className={number === 1 ? "" : "sr-only"}>
      {text} <span className="sr-only">{number}</span>
    </span>
  );
}

/** The rest of the address, so that sending one form keeps what the other says. */
export function Hidden({ address }: { address: CheckAddress }) {
  return fieldsOf(address).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
