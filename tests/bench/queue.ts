import postgres from "postgres";
import { countUntil, queuePage } from "@/db/queries/decisions";
import { isAnyStale } from "@/db/queries/derived-decisions";
import { seedSize } from "@/db/seed-size";
import { withTenant } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { rebuildDecisions } from "@/lib/use-cases/rebuild-decisions";
import { viewerForBench } from "../support/bench-viewer";
import { atMost, type Bench, interleaved, median } from "./measure";

const today = "2026-11-20";
const until = "2026-11-26";
const pageSize = 50;
const pagesPerRound = 20;
const sizes = { few: 1_000, many: 100_000 } as const;

/** What the page Entscheiden asks the database for: is anything stale, the first 50 rows, how many are due soon. */
export const bench: Bench = {
  name: "The queue's first page: a reseller with 100,000 contracts against one with 1,000",
  async run(ownerUrl) {
    const viewers: Partial<Record<keyof typeof sizes, Viewer>> = {};
    for (const [name, contracts] of Object.entries(sizes) as [keyof typeof sizes, number][]) {
      const began = performance.now();
      const { resellerId } = await seedSize(contracts, today);
      const { added } = await rebuildDecisions(resellerId, today);
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      console.log(`  ${contracts} contracts, ${added} rows: made in ${seconds} s`);
      if (added < contracts) throw new Error(`${added} rows are too few for ${contracts} contracts`);
      viewers[name] = viewerForBench(resellerId);
    }
    const owner = postgres(ownerUrl, { max: 1 });
    await owner.unsafe("analyze app.customers, app.systems, app.contracts, app.decisions, app.decision_records");
    await owner.end();

    const read = (viewer: Viewer | undefined) => async () => {
      if (viewer === undefined) throw new Error("nobody to read for");
      let rows = 0;
      let due = 0;
      for (let page = 0; page < pagesPerRound; page++) {
        await withTenant(viewer, async (tx) => {
          if (await isAnyStale(tx, viewer.resellerId ?? "", today)) throw new Error("rows of a bench are never stale");
          rows += (await queuePage(tx, viewer, {}, today, null, pageSize)).length;
          due += await countUntil(tx, viewer, {}, today, until, 101);
        });
      }
      return { rows, due };
    };
    const times = await interleaved(
      9,
      { few: read(viewers.few), many: read(viewers.many) },
      ({ rows, due }, size) =>
        rows === pageSize * pagesPerRound && due > 0 && (size === "few" || due === 101 * pagesPerRound),
    );
    const perPage = (values: readonly number[]) => median(values) / pagesPerRound;
    return [
      atMost("100,000 against 1,000 contracts", perPage(times.many), perPage(times.few), { factor: 1.3, slackMs: 0.5 }),
    ];
  },
};
