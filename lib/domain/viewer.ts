/** The roles of a signed-in person. A platform admin belongs to no reseller and sees no tenant's data. */
export const roles = [
  "platform-admin",
  "reseller-admin",
  "clerk",
  "finance",
  "customer-admin",
  "customer-viewer",
] as const;
export type Role = (typeof roles)[number];

/** Who is asking: settled from the session's row on every request, never from the URL, a header or the token's claims. */
export interface Viewer {
  readonly personId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: "de" | "en";
  readonly role: Role;
  /** Null for the platform admin only. */
  readonly resellerId: string | null;
  readonly resellerName: string | null;
  /** The customers the person is confined to; null means all of the reseller's. A customer role always has exactly one. */
  readonly customerIds: readonly string[] | null;
  /** The request that is being answered, for the audit trail; absent where none is: jobs, tests. */
  readonly requestId?: string;
  /** The key of the public API that asks; absent where a person does. `personId` is then the key's id too, `name` the key's name. */
  readonly apiKeyId?: string;
}

/** Everything that a page or route can ask for leave to do. */
export const tasks = [
  "see-queue",
  "decide",
  "see-stock",
  "save-stock-view",
  "see-savings",
  "see-customers",
  "see-customer",
  "see-system",
  "change-system",
  "see-contract",
  "capture-estate",
  "see-purchase-prices",
  "see-history",
  "see-licence-keys",
  "record-contract-rule",
  "record-notice",
  "see-imports",
  "import-estate",
  "use-calculator",
  "check-addition",
  "price-next-users",
  "see-price-lists",
  "manage-price-rows",
  "manage-people",
  "manage-api-keys",
  "manage-own-account",
  "search",
  "manage-resellers",
] as const;
export type Task = (typeof tasks)[number];

const everybody: readonly Role[] = roles;
const staff: readonly Role[] = ["reseller-admin", "clerk", "finance"];
const editors: readonly Role[] = ["reseller-admin", "clerk"];
const tenants: readonly Role[] = [...staff, "customer-admin", "customer-viewer"];

/** The one table of rights: task x role. What is not named is not allowed. */
const rights: Readonly<Record<Task, readonly Role[]>> = {
  "see-queue": staff,
  decide: editors,
  "see-stock": staff,
  "save-stock-view": editors,
  "see-savings": staff,
  "see-customers": staff,
  "see-customer": tenants,
  "see-system": tenants,
  "change-system": editors,
  "see-contract": tenants,
  "capture-estate": editors,
  "see-purchase-prices": staff,
  "see-history": staff,
  "see-licence-keys": editors,
  "record-contract-rule": editors,
  "record-notice": editors,
  "see-imports": staff,
  "import-estate": editors,
  "use-calculator": tenants,
  "check-addition": staff,
  "price-next-users": staff,
  "see-price-lists": staff,
  "manage-price-rows": ["reseller-admin"],
  "manage-people": ["reseller-admin"],
  "manage-api-keys": ["reseller-admin"],
  "manage-own-account": everybody,
  search: everybody,
  "manage-resellers": ["platform-admin"],
};

/** Whether the viewer's role may do the task at all. Which rows it may do it to is the database's tenant wall and `visibleTo`. */
export function may(viewer: Pick<Viewer, "role">, task: Task): boolean {
  return rights[task].includes(viewer.role);
}

/** The task that shows what another task acts on: whoever may not see a thing is not told that it could be changed. */
const seenBy: Readonly<Partial<Record<Task, Task>>> = {
  decide: "see-queue",
  "capture-estate": "see-customers",
  "save-stock-view": "see-stock",
  "change-system": "see-system",
  "record-contract-rule": "see-contract",
  "record-notice": "see-contract",
  // Everybody who sees a system sees the mask of its keys.
  "see-licence-keys": "see-system",
  "import-estate": "see-imports",
  "manage-price-rows": "see-price-lists",
};

/**
 * What a request for a task is answered: `forbidden` (403) where the role sees the thing and may not do this to it, `invisible` (404,
 * the same answer as for what does not exist) where it does not even see it.
 */
export function verdict(viewer: Pick<Viewer, "role">, task: Task): "allowed" | "forbidden" | "invisible" {
  if (may(viewer, task)) return "allowed";
  const seeing = seenBy[task];
  return seeing !== undefined && may(viewer, seeing) ? "forbidden" : "invisible";
}
