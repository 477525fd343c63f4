import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { addPriceRow } from "@/lib/use-cases/add-price-row";
import { withdrawPriceRow } from "@/lib/use-cases/withdraw-price-row";
import { amountField, dayField } from "../fields";

const schema = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("add"),
    kind: z.enum(["list", "purchase", "customer"]),
    vendor: z.string().max(100),
    sku: z.string().max(100),
    slot: z.string().max(200).default(""),
    price: amountField,
    validFrom: dayField,
  }),
  z.strictObject({ act: z.literal("withdraw"), priceRowId: z.uuid() }),
]);

/** Adds a price of the reseller's own, or withdraws one that was wrong. */
export const POST = route({ task: "manage-price-rows", schema }, async ({ viewer, input }) => {
  if (input.act === "withdraw") return withdrawPriceRow(viewer, input.priceRowId, today(), now());
  const { act: _, price: cents, ...price } = input;
  const added = await addPriceRow(viewer, { ...price, cents }, today(), now());
  return isRefusal(added) ? added : done(added, { status: 201 });
});
