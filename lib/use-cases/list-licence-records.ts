import { licenceRecords, purchasesOfLicences } from "@/db/queries/records";
import { withTenant } from "@/db/tenant";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./shared/ids";
import { type Page, type PageRequest, pageFrom, pageOf } from "./shared/record-pages";

type PurchaseRecord = Omit<Awaited<ReturnType<typeof purchasesOfLicences>>[number], "licenceId">;

export type LicenceRecord = Awaited<ReturnType<typeof licenceRecords>>[number] & {
  /** The sum of its purchases. */
  readonly quantity: number;
  readonly purchases: readonly PurchaseRecord[];
};

/** Licences with their purchases as they are recorded; of licence keys only the mask. */
export async function listLicenceRecords(
  viewer: Viewer,
  request: PageRequest & { readonly customer?: string | undefined; readonly system?: string | undefined },
): Promise<Page<LicenceRecord>> {
  if (!may(viewer, "see-purchase-prices")) throw new Error(`the list of licences is not for the role ${viewer.role}`);
  const { customer, system } = request;
  if ([customer, system].some((each) => each !== undefined && !isId(each))) return { items: [], next: null };
  const filter = {
    ...(customer === undefined ? {} : { customerId: customer }),
    ...(system === undefined ? {} : { systemId: system }),
  };
  return withTenant(viewer, async (tx) => {
    const { rows, next } = pageFrom(await licenceRecords(tx, viewer, filter, pageOf(request)), request);
    const ids = rows.map((row) => row.id);
    const bought = Map.groupBy(
      await purchasesOfLicences(tx, viewer.resellerId ?? "", ids),
      ({ licenceId }) => licenceId,
    );
    const items = rows.map((row) => {
      const purchases = (bought.get(row.id) ?? []).map(({ licenceId: _, ...purchase }) => purchase);
      return { ...row, quantity: purchases.reduce((sum, each) => sum + each.quantity, 0), purchases };
    });
    return { items, next };
  });
}
