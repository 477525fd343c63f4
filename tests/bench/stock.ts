import { type StockRow, stockPage } from "@/db/queries/stock";
import { withTenant } from "@/db/tenant";
import { type StockSortKey, stockSortKeys } from "@/lib/domain/stock";
import { conditionsOf, orderOf, type StockRequest } from "@/lib/use-cases/shared/stock-request";
import { viewerForBench } from "../support/bench-viewer";
import { type ManyStock, manyStock, withoutStockIndexes } from "../support/many-stock";
import { atMost, type Bench, interleaved, type Line, median } from "./measure";

const sizes = { few: 1_000, many: 100_000 } as const;
type Size = keyof typeof sizes;
const pageSize = 51;
const pagesPerRound = 8;
const rounds = 9;
const searchMs = 30;

/** Each filter of the page, and those that are often set together: all fill a page for either reseller, but for a customer's 30 rows. */
const filters: readonly (readonly [string, (stock: ManyStock) => Omit<StockRequest, "sort">])[] = [
  ["no filter", () => ({})],
  ["a kind", () => ({ kind: "licence" })],
  ["a state", () => ({ state: "running" })],
  ["a vendor", () => ({ vendor: "fluxpunkt" })],
  ["a vendor and a kind", () => ({ vendor: "c4b", kind: "contract" })],
  ["a clerk", ({ clerkIds }) => ({ clerkId: clerkIds[3] })],
  ["a customer", ({ customerIds }) => ({ customerId: customerIds[7] })],
];

/** What people look for, from one row to half of all. */
const searches = [
  "101234",
  "1012",
  "Stadtwerke",
  "Munster",
  "Stadtwerke Hamm",
  "OFFICE",
  "101234 office",
  "zzz",
  "starface",
  "XPhone 7",
];

/** The first page of Bestand in every order and with every filter: 100,000 rows of one reseller against 1,000; and searches. */
export const bench: Bench = {
  name: "Bestand: a reseller with 100,000 licences and contracts against one with 1,000",
  async run(ownerUrl) {
    const stocks = await withoutStockIndexes(ownerUrl, async () => ({
      few: await manyStock(sizes.few),
      many: await manyStock(sizes.many),
    }));
    const page = (size: Size, request: StockRequest): Promise<StockRow[]> => {
      const viewer = viewerForBench(stocks[size].resellerId);
      const conditions = conditionsOf(request);
      if (conditions === null) throw new Error("a bench asks for what there can be");
      return withTenant(viewer, (tx) => stockPage(tx, viewer, conditions, orderOf(request, viewer), null, pageSize));
    };
    const lines: Line[] = [];
    for (const key of stockSortKeys) lines.push(await flatness(key, page, stocks));
    for (const key of stockSortKeys) lines.push(await slowestSearch(key, page));
    return lines;
  },
};

type Page = (size: Size, request: StockRequest) => Promise<StockRow[]>;

/** How far a figure is from its limit's good side: above 1 it is beyond. */
const overLimit = ({ few, many }: Record<Size, number>) => Math.min(many / few / 1.3, many / (few + 0.5));

/** The filter with which an order is furthest from its limit's good side. One that is beyond is measured twice more, and the middle counts. */
async function flatness(key: StockSortKey, page: Page, stocks: Record<Size, ManyStock>): Promise<Line> {
  let worst: { name: string; times: Record<Size, number> } | null = null;
  for (const [name, filter] of filters) {
    const read = (size: Size) => async () => {
      let rows = 0;
      for (let at = 0; at < pagesPerRound; at++)
        rows += (await page(size, { ...filter(stocks[size]), sort: { key, descending: at % 2 === 1 } })).length;
      return rows;
    };
    const full = pageSize * pagesPerRound;
    const measured = async (): Promise<Record<Size, number>> => {
      const times = await interleaved<Size, number>(
        rounds,
        { few: read("few"), many: read("many") },
        (rows) => rows === (name === "a customer" ? 30 * pagesPerRound : full),
      );
      return { few: median(times.few) / pagesPerRound, many: median(times.many) / pagesPerRound };
    };
    const all = [await measured()];
    if (overLimit(all[0] ?? { few: 0, many: 0 }) > 1) all.push(await measured(), await measured());
    all.sort((left, right) => overLimit(left) - overLimit(right));
    const times = all[Math.floor(all.length / 2)];
    if (times !== undefined && (worst === null || overLimit(times) > overLimit(worst.times))) worst = { name, times };
  }
  if (worst === null) throw new Error("no filter was measured");
  const { name, times } = worst;
  const what = `by ${key}; of ${filters.length} filters the slowest, ${name}`;
  return atMost(what, times.many, times.few, { factor: 1.3, slackMs: 0.5 });
}

async function slowestSearch(key: StockSortKey, page: Page): Promise<Line> {
  const found: { search: string; ms: number }[] = [];
  for (const search of searches) {
    const times: number[] = [];
    for (let round = -1; round < rounds; round++) {
      const began = performance.now();
      const rows = await page("many", { search, sort: { key, descending: false } });
      if (round >= 0) times.push(performance.now() - began);
      if (rows.length > 0 !== (search !== "zzz")) throw new Error(`${search} found ${rows.length} rows`);
    }
    found.push({ search, ms: median(times) });
  }
  const slowest = found.reduce((most, each) => (each.ms > most.ms ? each : most));
  return {
    what: `by ${key}; of ${searches.length} searches the slowest, "${slowest.search}"`,
    figure: `${slowest.ms.toFixed(1)} ms`,
    limit: `${searchMs} ms`,
    isKept: slowest.ms <= searchMs,
  };
}
