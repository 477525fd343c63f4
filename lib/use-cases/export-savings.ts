import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { may, type Viewer } from "@/lib/domain/viewer";
import { staffNames } from "./shared/people";
import { readPortfolio } from "./shared/portfolio";
import { savingContext, savingItem } from "./shared/saving-items";
import type { SavingItem } from "./shared/saving-views";
import { isAskable, type SavingsRequest, savingsInOrder } from "./shared/savings-order";

/** Savings that are named and dated at once. */
const BATCH = 500;

/**
 * Everything that the filter finds, in the order of the page, as `write` puts it, piece by piece: all is reckoned at the beginning, and names
 * and dates are read as the file is taken. A fault on the way breaks the stream off.
 */
export async function exportSavings(
  viewer: Viewer,
  filter: SavingsRequest,
  today: Day,
  head: string,
  write: (items: readonly SavingItem[]) => string,
): Promise<ReadableStream<Uint8Array>> {
  if (!may(viewer, "see-savings")) throw new Error(`savings are not for the role ${viewer.role}`);
  if (!isAskable(filter)) return new Blob([head]).stream();
  const people = await staffNames(viewer);
  const portfolio = await withTenant(viewer, (tx) => readPortfolio(tx, viewer, filter, today));
  const { listed } = savingsInOrder(portfolio, filter.kind, today);
  const encoder = new TextEncoder();
  let from = 0;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(head)),
    async pull(controller) {
      const batch = listed.slice(from, from + BATCH);
      from += BATCH;
      if (batch.length === 0) return controller.close();
      const context = await withTenant(viewer, (tx) => savingContext(tx, viewer, portfolio, batch, people, today));
      controller.enqueue(encoder.encode(write(batch.map((found) => savingItem(found, context)))));
    },
  });
}
