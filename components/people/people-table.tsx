import { CircleCheck, CircleSlash } from "lucide";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { EnhancedForm } from "@/components/ui/enhanced-form";
import type { ConfinedTo, PersonItem } from "@/lib/use-cases/list-people";
import { RoleFields } from "./role-fields";

/** What somebody is confined to, by number and name. */
export function Sees({ customers }: { customers: readonly ConfinedTo[] | null }) {
  const t = useTranslations("people");
  if (customers === null) return <span className="text-muted">{t("allCustomers")}</span>;
  return (
    <ul>
      {customers.map(({ id, number, name }) => (
        <li key={id}>
          <span className="text-muted">{number}</span> {name}
        </li>
      ))}
    </ul>
  );
}

/** The reseller's people. One's own row has no acts: nobody shuts himself out. */
export function PeopleTable({ people }: { people: readonly PersonItem[] }) {
  const t = useTranslations("people");
  const roles = useTranslations("roles");
  return (
    <table className="tbl tbl-cards">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("role")}</th>
          <th scope="col">{t("sees")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("acts")}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.personId}>
            <th scope="row">
              <span className="block font-medium">{person.name}</span>
              <span className="block text-xs font-normal break-all text-muted">{person.email}</span>
            </th>
            <td data-label={t("role")}>{roles(person.role)}</td>
            <td data-label={t("sees")}>
              <Sees customers={person.customers} />
            </td>
            <td data-label={t("state")}>
              {person.isDeactivated ? (
                <Badge icon={CircleSlash}>{t("deactivated")}</Badge>
              ) : (
                <Badge tone="done" icon={CircleCheck}>
                  {t("active")}
                </Badge>
              )}
            </td>
            <td className="max-md:pt-2!">{person.isYourself ? t("yourself") : <Acts person={person} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Acts({ person }: { person: PersonItem }) {
  const t = useTranslations("people");
  const { personId, name, role, customers } = person;
  const action = `/api/portal/people/${personId}`;
  if (person.isDeactivated) {
    return (
      <EnhancedForm action={action} aria-label={t("reactivateNamed", { name })}>
        <input type="hidden" name="act" value="reactivate" />
        <input type="hidden" name="weiter" value="/benutzer?getan=reactivated" />
        <Button type="submit" aria-label={t("reactivateNamed", { name })}>
          {t("reactivate")}
        </Button>
      </EnhancedForm>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <Disclosure label={t("change")}>
        <EnhancedForm action={action} aria-label={t("changeForm", { name })} className="flex max-w-sm flex-col gap-3">
          <input type="hidden" name="act" value="change-role" />
          <input type="hidden" name="weiter" value="/benutzer?getan=changed" />
          <RoleFields
            stem={`change-${personId}`}
            role={role}
            customerNumbers={customers?.map(({ number }) => number).join(", ") ?? ""}
          />
          <p className="text-xs text-muted">{t("changeHint")}</p>
          <Button type="submit" look="primary">
            {t("save")}
          </Button>
        </EnhancedForm>
      </Disclosure>
      <EnhancedForm action={action} aria-label={t("deactivateNamed", { name })}>
        <input type="hidden" name="act" value="deactivate" />
        <input type="hidden" name="weiter" value="/benutzer?getan=deactivated" />
        <Button type="submit" aria-label={t("deactivateNamed", { name })}>
          {t("deactivate")}
        </Button>
      </EnhancedForm>
    </div>
  );
}
