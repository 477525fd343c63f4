import { z } from "zod";
import { route } from "@/lib/auth/route";
import { now } from "@/lib/clock";
import { changeStockView, stockViewActs } from "@/lib/use-cases/change-stock-view";

const schema = z.strictObject({ act: z.enum(stockViewActs) });

/** Shares a view of Bestand, takes it back, deletes it, or brings it back. */
export const POST = route({ task: "save-stock-view", schema }, async ({ viewer, input, params }) =>
  changeStockView(viewer, { viewId: params.id ?? "", act: input.act }, now()),
);
