import { withTenant } from "@/db/tenant";
import { contractsFound, namesFound } from "@/lib/use-cases/search";
import { viewerForBench } from "../support/bench-viewer";
import { manyStock, withoutStockIndexes } from "../support/many-stock";
import { type Bench, interleaved, median } from "./measure";

const searchMs = 30;
const ofAKind = 5;
const rounds = 9;

/** What people look for, from one row to half of all, and whether anything is called so. */
const searches: readonly (readonly [string, boolean])[] = [
  ["101234", true],
  ["1012", true],
  ["Stadtwerke", true],
  ["Stadtwerke Hamm", true],
  ["st", true],
  ["starface", true],
  ["starface 1012", true],
  ["OFFICE", true],
  ["101234 office", true],
  ["zzz", false],
];

/** What the search over every page asks the database for, from the first query to the last, with the transaction round it. */
export const bench: Bench = {
  name: "The search over everything among 100,000 licences and contracts of one reseller",
  async run(ownerUrl) {
    const { resellerId } = await withoutStockIndexes(ownerUrl, () => manyStock(100_000));
    const viewer = viewerForBench(resellerId);
    const contenders = Object.fromEntries(
      searches.map(([text]) => [
        text,
        () =>
          withTenant(viewer, async (tx) => ({
            ...(await namesFound(tx, viewer, text, ofAKind)),
            contracts: await contractsFound(tx, viewer, text, ofAKind),
          })),
      ]),
    );
    const times = await interleaved(rounds, contenders, (found, text) => {
      const hits = Object.values(found).reduce((sum, { items }) => sum + items.length, 0);
      return hits > 0 === searches.find(([each]) => each === text)?.[1];
    });
    return searches.map(([text]) => {
      const ms = median(times[text] ?? []);
      return { what: `"${text}"`, figure: `${ms.toFixed(1)} ms`, limit: `${searchMs} ms`, isKept: ms <= searchMs };
    });
  },
};
