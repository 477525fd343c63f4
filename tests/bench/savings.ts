import { withTenant } from "@/db/tenant";
import type { Viewer } from "@/lib/domain/viewer";
import { listSavings } from "@/lib/use-cases/list-savings";
import { readPortfolio } from "@/lib/use-cases/shared/portfolio";
import { portfolioSavings } from "@/lib/use-cases/shared/portfolio-savings";
import { viewerForBench } from "../support/bench-viewer";
import { manyPortfolio } from "../support/many-portfolio";
import { type Bench, type Line, median } from "./measure";

const today = "2026-11-20";
const size = 100_000;
const rounds = 5;
const limitMs = 2_000;

/** The page Sparpotenzial as a whole: everything is read, reckoned, sorted and summed for each look at it. */
export const bench: Bench = {
  name: "Sparpotenzial of a reseller with 100,000 licences and contracts",
  async run(ownerUrl) {
    const many = await manyPortfolio(size, ownerUrl);
    if (many.contracts + many.licences !== size)
      throw new Error(`${many.contracts} + ${many.licences} are not ${size}`);
    const viewer = viewerForBench(many.resellerId);
    const read: number[] = [];
    const reckoned: number[] = [];
    const all: number[] = [];
    let count = 0;
    for (let round = -1; round < rounds; round++) {
      const began = performance.now();
      const page = await listSavings(viewer, {}, today);
      const took = performance.now() - began;
      const { portfolio, readMs } = await timedRead(viewer);
      const before = performance.now();
      const { savings } = portfolioSavings(portfolio, today);
      const reckonedMs = performance.now() - before;
      if (page.listed.count !== savings.length || savings.length < size / 10 || page.items.length !== 50) {
        throw new Error(`${page.listed.count} listed, ${savings.length} found`);
      }
      count = savings.length;
      if (round < 0) continue;
      all.push(took);
      read.push(readMs);
      reckoned.push(reckonedMs);
    }
    const line = (what: string, values: readonly number[]): Line => ({
      what,
      figure: `${median(values).toFixed(0)} ms`,
      limit: `${limitMs} ms`,
      isKept: median(values) <= limitMs,
    });
    return [
      line(`the page with all ${count} savings found, sorted and summed`, all),
      line("of it in the database", read),
      line("of it reckoning", reckoned),
    ];
  },
};

async function timedRead(viewer: Viewer) {
  const began = performance.now();
  const portfolio = await withTenant(viewer, (tx) => readPortfolio(tx, viewer, {}, today));
  return { portfolio, readMs: performance.now() - began };
}
