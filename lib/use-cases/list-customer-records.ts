import { customerRecords } from "@/db/queries/records";
import { withTenant } from "@/db/tenant";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./shared/ids";
import { type Page, type PageRequest, pageFrom, pageOf } from "./shared/record-pages";

export type CustomerRecord = Awaited<ReturnType<typeof customerRecords>>[number];

/** Customers as they are recorded, in the order of their recording. */
export async function listCustomerRecords(
  viewer: Viewer,
  request: PageRequest & { readonly id?: string | undefined; readonly number?: string | undefined },
): Promise<Page<CustomerRecord>> {
  if (!may(viewer, "see-customers")) throw new Error(`the list of customers is not for the role ${viewer.role}`);
  const { id, number } = request;
  if (id !== undefined && !isId(id)) return { items: [], next: null };
  const filter = { ...(id === undefined ? {} : { customerId: id }), ...(number === undefined ? {} : { number }) };
  const found = await withTenant(viewer, (tx) => customerRecords(tx, viewer, filter, pageOf(request)));
  const { rows, next } = pageFrom(found, request);
  return { items: rows, next };
}
