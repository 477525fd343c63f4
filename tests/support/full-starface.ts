import { answer } from "@/lib/calc/answer";
import { ask, signInByHttp } from "./matrix-people";
import type { PortalUnderTest } from "./portal";
import { type StorySystem, systemNamed } from "./story-systems";

/**
 * A STARFACE like the story's whose tier is full (34 users and 6 light ones, three tiered modules, one of them bought with a tenth off), of a customer of
 * its own: for tests that change it, while others look at the story's. Recorded by the clerk, as the forms do it.
 */
export async function fullStarface(portal: PortalUnderTest, name: string): Promise<StorySystem> {
  const clerk = portal.people.find(({ who }) => who === "clerk");
  if (!clerk) throw new Error("There is no clerk.");
  const cookie = await signInByHttp(portal, clerk);
  const post = async (path: string, body: Record<string, string>): Promise<Record<string, string>> => {
    const { status, text } = await ask(portal.origin, path, { method: "POST", cookie, body });
    if (status !== 201) throw new Error(`POST ${path}: ${status} ${text.slice(0, 300)}`);
    return JSON.parse(text);
  };
  const unknown = {
    land: "",
    contactName: "",
    contactEmail: "",
    contactPhone: "",
    taxId: "",
    clerkId: "",
    deputyId: "",
  };
  const { customerId } = await post("/api/portal/customers", { number: name, name: `Kontor ${name}`, ...unknown });
  const system = { vendor: "fluxpunkt", name, serverKey: "", benutzer: "34", light: "6" };
  const { systemId } = await post(`/api/portal/customers/${customerId}/systems`, system);
  for (const [sku, share] of [
    ["call-recording", 1],
    ["insight-analytics", 0.9],
    ["active-directory-sync", 1],
  ] as const) {
    const bought = answer({ op: "price", vendor: "fluxpunkt", items: [{ sku, mode: "purchase", users: 38 }] });
    const { oneOffCents } = (bought as unknown as { totals: { oneOffCents: number } }).totals;
    await post(`/api/portal/systems/${systemId}/licences`, {
      article: `${sku}~~`,
      purchasedOn: "15.03.2025",
      users: "38",
      amount: (Math.round(oneOffCents * share) / 100).toFixed(2).replace(".", ","),
      quantity: "",
      orderReference: "",
      licenceKey: "",
    });
  }
  return systemNamed(portal, name);
}
