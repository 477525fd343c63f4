import type { Viewer } from "@/lib/domain/viewer";

/** The viewer as somebody of a reseller; a platform admin is not, and reaching this with one is a bug of the page or route. */
export function withReseller(viewer: Viewer): Viewer & { readonly resellerId: string } {
  const { resellerId } = viewer;
  if (resellerId === null) throw new Error("This is a reseller's matter, and the viewer belongs to none.");
  return { ...viewer, resellerId };
}
