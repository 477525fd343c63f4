import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
/** Rules whose answer can change with the colours alone; all others see the same page in light and dark. */
const colourRules = ["color-contrast", "link-in-text-block"];

/**
 * Fails with rule, element and reason when the page as it stands breaks WCAG 2.2 AA (or axe's best practices). The window is made as
 * high as the page for it: what a fixed bar covers at some place of a scrolled page is no fault, what it covers at the end is one.
 */
export async function expectAccessible(page: Page, state: string, only: "all" | "colours" = "all"): Promise<void> {
  // The framework streams the title behind the page's frame.
  await expect(page).toHaveTitle(/./);
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size && height > size.height) await page.setViewportSize({ width: size.width, height });
  const options: RunOptions = {
    runOnly: only === "all" ? { type: "tag", values: tags } : { type: "rule", values: colourRules },
    resultTypes: ["violations"],
  };
  // A colour on its way from light to dark is neither. One that stands still on its way is not waited for: no page moves for a second.
  await page.evaluate(() =>
    Promise.race([
      Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
      new Promise((resolve) => setTimeout(resolve, 1_000)),
    ]),
  );
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const results = (await page.evaluate(
    (run) => (window as unknown as { axe: { run(options: unknown): Promise<unknown> } }).axe.run(run),
    options as unknown as Record<string, unknown>,
  )) as AxeResults;
  const found = results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)}\n    ${node.failureSummary?.replaceAll("\n", "\n    ")}`),
  );
  expect(found, `accessibility of ${state} at ${page.url()}`).toEqual([]);
  if (size) await page.setViewportSize(size);
}
