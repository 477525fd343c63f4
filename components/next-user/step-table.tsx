import { TriangleAlert } from "lucide";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Money, None } from "@/components/ui/figures";
import type { Cents } from "@/lib/domain/money";
import { CostLine } from "./costs";
import { type FoldedStep, folded, type ShownStep } from "./fold";
import { Reasoning } from "./reasoning";

/** As many rows as are taken in at a glance; of more the first jumps stand open, and all of them behind a click. */
const AT_A_GLANCE = 12;
const JUMPS_SHOWN = 5;

/** The systems on which a user hurts, by name. */
type Where = (user: number) => readonly string[];

/** User by user, with repetitions folded. `where`: the systems on which a user hurts, for steps over several. */
export function StepTable({
  caption,
  steps,
  systems = 1,
  where,
  installed = null,
}: {
  caption: string;
  steps: readonly ShownStep[];
  /** So many systems add up in each step. */
  systems?: number;
  where?: Where;
  /** So many users are installed before the first new one, where each is installed too. */
  installed?: number | null;
}) {
  const t = useTranslations("nextUser");
  const rows = folded(steps, systems);
  if (rows.length === 0) return null;
  if (rows.length <= AT_A_GLANCE) return <Table caption={caption} rows={rows} where={where} installed={installed} />;
  const jumps = rows.filter(({ hurts }) => hurts);
  return (
    <>
      {jumps.length === 0 ? null : (
        <Table
          caption={t("jumpsOf", { caption, count: Math.min(jumps.length, JUMPS_SHOWN) })}
          rows={jumps.slice(0, JUMPS_SHOWN)}
          where={where}
          installed={installed}
        />
      )}
      {jumps.length <= JUMPS_SHOWN ? null : (
        <p className="text-sm text-muted">{t("moreJumps", { count: jumps.length - JUMPS_SHOWN })}</p>
      )}
      <Disclosure label={t("allSteps", { count: steps.length })}>
        <Table caption={caption} rows={rows} where={where} installed={installed} />
      </Disclosure>
    </>
  );
}

function Table({
  caption,
  rows,
  where = () => [],
  installed,
}: {
  caption: string;
  rows: readonly FoldedStep[];
  where?: Where;
  installed: number | null;
}) {
  const t = useTranslations("nextUser");
  const yearly = rows.some(({ costs }) => costs.yearlyCents !== 0);
  return (
    <div className="scroll-x -mx-4">
      <table className="tbl tbl-cards">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.user")}</th>
            <th scope="col" className="num">
              {t("column.oneOff")}
            </th>
            <th scope="col" className="num">
              {t("column.monthly")}
            </th>
            {yearly ? (
              <th scope="col" className="num">
                {t("column.yearly")}
              </th>
            ) : null}
            <th scope="col">{t("column.why")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.from} className={row.hurts ? "bg-due-ground" : ""}>
              <th scope="row" className="whitespace-nowrap">
                {row.from === row.to
                  ? t("userNamed", { user: row.from })
                  : t("usersNamed", { from: row.from, to: row.to, count: row.to - row.from + 1 })}
                {installed === null ? null : (
                  <span className="block text-xs font-normal text-muted">
                    {row.from === row.to
                      ? t("installedNumber", { number: installed + row.from })
                      : t("installedNumbers", { from: installed + row.from, to: installed + row.to })}
                  </span>
                )}
              </th>
              <td className="num" data-label={t("column.oneOff")}>
                <Amount least={row.costs.oneOffCents} most={row.most.oneOffCents} />
              </td>
              <td className="num" data-label={t("column.monthly")}>
                <Amount least={row.costs.monthlyCents} most={row.most.monthlyCents} />
              </td>
              {yearly ? (
                <td className="num" data-label={t("column.yearly")}>
                  <Amount least={row.costs.yearlyCents} most={row.most.yearlyCents} />
                </td>
              ) : null}
              <td className={row.hurts || row.reasons.length > 0 ? "max-md:pt-1!" : "max-md:hidden!"}>
                <Why row={row} where={where(row.from)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What each of the row's users costs; where rounding tells them apart by a cent, from and to. */
function Amount({ least, most }: { least: Cents | null; most: Cents | null }) {
  const t = useTranslations("nextUser");
  if (least === most) return <Money cents={least} />;
  return (
    <span className="whitespace-nowrap">
      {t.rich("fromTo", { least: () => <Money cents={least} />, most: () => <Money cents={most} /> })}
    </span>
  );
}

function Why({ row, where }: { row: FoldedStep; where: readonly string[] }) {
  const t = useTranslations("nextUser");
  if (!row.hurts && row.reasons.length === 0) return <None label={t("ownPriceOnly")} />;
  return (
    <div className="flex flex-col gap-1">
      {row.hurts ? (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone="due" icon={TriangleAlert}>
            {t("hurts")}
          </Badge>
          <span>
            {t.rich("beyond", { costs: () => <CostLine costs={row.beyond} /> })}
            {where.length === 0 ? null : ` (${where.join(", ")})`}
          </span>
        </p>
      ) : null}
      {row.reasons.length === 0 ? null : (
        <Disclosure label={t("why")}>
          <Reasoning reasons={row.reasons} />
        </Disclosure>
      )}
    </div>
  );
}
