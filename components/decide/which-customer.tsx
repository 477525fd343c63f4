import Link from "next/link";
import { useTranslations } from "next-intl";

/** Asks back where what was typed fits several customers, or none. */
export function WhichCustomer({
  text,
  choices,
  hrefOf,
  resetHref,
}: {
  text: string;
  choices: readonly { id: string; number: string; name: string }[];
  hrefOf: (id: string) => string;
  resetHref: string;
}) {
  const t = useTranslations("decide");
  return (
    <div className="rounded-md bg-soon-ground px-3 py-2 text-sm" role="status">
      <p>
        {choices.length === 0 ? t("customerUnknown", { text }) : t("customerMany", { text })}{" "}
        <Link href={resetHref} prefetch={false} className="link inline-block min-h-6">
          {t("reset")}
        </Link>
      </p>
      {choices.length === 0 ? null : (
        <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
          {choices.map((choice) => (
            <li key={choice.id}>
              <Link href={hrefOf(choice.id)} prefetch={false} className="link inline-block min-h-6">
                {choice.name} ({choice.number})
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
