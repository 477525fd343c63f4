import { systemRecords } from "@/db/queries/records";
import { withTenant } from "@/db/tenant";
import { may, type Viewer } from "@/lib/domain/viewer";
import { isId } from "./shared/ids";
import { type Page, type PageRequest, pageFrom, pageOf } from "./shared/record-pages";

export type SystemRecord = Awaited<ReturnType<typeof systemRecords>>[number];

/** Systems as they are recorded; of server keys only the mask. */
export async function listSystemRecords(
  viewer: Viewer,
  request: PageRequest & { readonly id?: string | undefined; readonly customer?: string | undefined },
): Promise<Page<SystemRecord>> {
  if (!may(viewer, "see-customers")) throw new Error(`the list of systems is not for the role ${viewer.role}`);
  const { id, customer } = request;
  if ([id, customer].some((each) => each !== undefined && !isId(each))) return { items: [], next: null };
  const filter = {
    ...(id === undefined ? {} : { systemId: id }),
    ...(customer === undefined ? {} : { customerId: customer }),
  };
  const found = await withTenant(viewer, (tx) => systemRecords(tx, viewer, filter, pageOf(request)));
  const { rows, next } = pageFrom(found, request);
  return { items: rows, next };
}
