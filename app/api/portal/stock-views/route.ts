import { z } from "zod";
import { stockAddressOf, stockHref, stockSearch } from "@/components/stock/stock-address";
import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { saveStockView } from "@/lib/use-cases/save-stock-view";

const schema = z.strictObject({
  name: z.string().max(1_000),
  /** The address's part after the question mark; what Bestand does not know of it is left out. */
  search: z.string().max(2_000),
  /** A ticked box, or a script's yes. */
  shared: z.union([z.literal("on"), z.boolean()]).optional(),
});

/** Keeps a view of Bestand under a name. */
export const POST = route({ task: "save-stock-view", schema }, async ({ viewer, input }) => {
  const params = new URLSearchParams(input.search);
  const address = stockAddressOf(
    Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)])),
  );
  const view = {
    name: input.name,
    search: stockSearch(address),
    shared: input.shared === "on" || input.shared === true,
  };
  const saved = await saveStockView(viewer, view, now());
  if (isRefusal(saved)) return saved;
  const weiter = stockHref(address, { gespeichert: saved.id });
  return done({ id: saved.id, weiter }, { status: 201, weiter });
});
