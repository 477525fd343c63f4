import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";

const columns = [
  ["customer_number", "needed"],
  ["customer", "useful"],
  ["system", "useful"],
  ["server_key", "optional"],
  ["installed_users", "optional"],
  ["installed_light_users", "optional"],
  ["release", "optional"],
  ["vendor", "needed"],
  ["sku", "needed"],
  ["quantity", "optional"],
  ["mode", "optional"],
  ["term_months", "optional"],
  ["users", "optional"],
  ["profile", "optional"],
  ["start", "needed"],
  ["term_end", "optional"],
  ["interval", "optional"],
  ["unit_price", "optional"],
  ["amount", "optional"],
  ["notice_received_on", "optional"],
  ["licence_key", "optional"],
] as const;

/** Which columns a file may have, for whoever makes one. */
export function FileGuide() {
  const t = useTranslations("imports");
  return (
    <Disclosure label={t("guideTitle")} className="mt-3">
      <p className="mb-2 max-w-prose text-sm">{t("guide")}</p>
      <div className="scroll-x relative">
        <table className="tbl tbl-cards">
          <caption className="sr-only">{t("guideTitle")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("heading")}</th>
              <th scope="col">{t("what")}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(([field, need]) => (
              <tr key={field}>
                <th scope="row">
                  {t(`field.${field}`)}
                  <span className="block text-xs font-normal text-muted">{field}</span>
                </th>
                <td>
                  {need === "needed" ? <span className="font-medium">{t("needed")} </span> : null}
                  {t(`about.${field}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  );
}
