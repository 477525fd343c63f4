import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options: RunOptions = {
  runOnly: {
    type: "tag",
    values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  },
  resultTypes: ["violations"],
};

/** Fails with rule, element and reason when the page as it stands breaks WCAG 2.2 AA (or axe's best practices). */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  await page.evaluate(source);
  const results = (await page.evaluate(
    (run) => (window as unknown as { axe: { run(options: unknown): Promise<unknown> } }).axe.run(run),
    options as unknown as Record<string, unknown>,
  )) as AxeResults;
  const found = results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)}\n    ${node.failureSummary?.replaceAll("\n", "\n    ")}`),
  );
  expect(found, `accessibility of ${state} at ${page.url()}`).toEqual([]);
}
