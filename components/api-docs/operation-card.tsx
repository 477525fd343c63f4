import { useLocale, useTranslations } from "next-intl";
import type { Operation } from "@/lib/public-api/operation";

interface Field {
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
  readonly about: string;
}

/** One operation: what it does, what it takes, and an example to begin from. */
export function OperationCard({
  operation,
  query,
  body,
}: {
  operation: Operation;
  query: readonly Field[];
  body: readonly Field[];
}) {
  const t = useTranslations("apiDocs");
  const locale = useLocale();
  const { id, method, path, scope, summary, example, takes } = operation;
  return (
    <section id={id} aria-labelledby={`${id}-titel`} className="card flex flex-col gap-3 px-4 py-3">
      <h2 id={`${id}-titel`} className="font-mono text-sm font-semibold break-all">
        {method} /api/v1{path}
      </h2>
      <p className="text-sm">
        {locale === "en" ? summary.en : summary.de} <span className="text-muted">{t("scope", { scope })}</span>
      </p>
      {takes === undefined ? null : <p className="text-sm break-words">{t("takes", { types: takes.join(", ") })}</p>}
      <Fields title={t("query")} fields={query} />
      <Fields title={t("body")} fields={body} />
      {example === undefined ? null : (
        <figure>
          <figcaption className="text-xs text-muted">{t("example")}</figcaption>
          <pre className="mt-1 text-xs break-words whitespace-pre-wrap">{JSON.stringify(example, null, 2)}</pre>
        </figure>
      )}
    </section>
  );
}

function Fields({ title, fields }: { title: string; fields: readonly Field[] }) {
  const t = useTranslations("apiDocs");
  if (fields.length === 0) return null;
  return (
    <table className="tbl tbl-cards">
      <caption className="text-left text-xs text-muted">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t("field")}</th>
          <th scope="col">{t("type")}</th>
          <th scope="col">{t("about")}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, type, needed, about }) => (
          <tr key={name}>
            <th scope="row" className="font-mono">
              {name}
            </th>
            <td data-label={t("type")}>
              {type}
              {needed ? <span className="text-muted"> {t("needed")}</span> : null}
            </td>
            <td data-label={t("about")}>{about}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
