import type { CoverageGap } from "@/lib/domain/coverage";
import type { Viewer } from "@/lib/domain/viewer";
import { articleName } from "@/lib/price-lists/index";
import type { CoverageGapView } from "./views";

export function gapView(gap: CoverageGap, vendor: string, viewer: Viewer): CoverageGapView {
  return {
    kind: gap.kind,
    skus: gap.skus,
    articleNames: gap.skus.map((sku) => articleName(vendor, sku, viewer.locale)),
    reason: gap.reason,
  };
}
