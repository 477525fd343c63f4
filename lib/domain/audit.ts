/**
 * The words of the audit trail: who can act, what can be done to what, and which values an entry may name. What has no place here cannot be
 * written, and what is here has its words in `lib/format/words-history.ts`.
 */
export const actorKinds = ["person", "api-key", "import", "command"] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Who acts where nobody is signed in: an import that runs, a command. A viewer is an actor too. */
export interface Actor {
  readonly kind: ActorKind;
  /** Null for a command. */
  readonly id: string | null;
  readonly name: string;
}

/** What is recorded and can be corrected. */
export const recordNouns = [
  "customer",
  "system",
  "licence",
  "purchase",
  "contract",
  "position",
  "term",
  "document",
] as const;
export type RecordNoun = (typeof recordNouns)[number];

/**
 * `changed`: takes effect from now on; `corrected`: it had been recorded wrongly; `withdrawn`: it should never have been recorded, or its
 * import was undone.
 */
export const recordVerbs = ["created", "changed", "corrected", "archived", "restored", "withdrawn"] as const;
export type RecordVerb = (typeof recordVerbs)[number];

export const otherActions = [
  "decision-kept",
  "decision-notice-to-give",
  "decision-change-to-make",
  "decision-snoozed",
  "decision-undone",
  "notice-recorded",
  "notice-confirmed",
  "notice-withdrawn",
  "contract-rule-recorded",
  "licence-key-recorded",
  "licence-key-removed",
  "licence-key-revealed",
  "server-key-recorded",
  "server-key-removed",
  "server-key-revealed",
  "price-row-added",
  "price-row-withdrawn",
  "price-list-imported",
  "import-committed",
  "import-undone",
  "reseller-created",
  "person-invited",
  "invitation-withdrawn",
  "person-joined",
  "person-role-changed",
  "person-deactivated",
  "person-reactivated",
  "api-key-created",
  "api-key-revoked",
  "stock-view-shared",
  "stock-view-removed",
] as const;

export type AuditAction = `${RecordNoun}-${RecordVerb}` | (typeof otherActions)[number];

export const auditActions: readonly AuditAction[] = [
  ...recordNouns.flatMap((noun) => recordVerbs.map((verb): AuditAction => `${noun}-${verb}`)),
  ...otherActions,
];

export const auditSubjects = [
  ...recordNouns,
  "notice",
  "price-row",
  "import",
  "reseller",
  "person",
  "invitation",
  "api-key",
  "stock-view",
] as const;
export type AuditSubject = (typeof auditSubjects)[number];

/**
 * Names of values, as the columns have them. A name that ends in `On` is a day, in `Cents` an amount, in `At` an instant. No password, no
 * token, no licence key: of a key only its mask.
 */
export const auditFields = [
  "number",
  "name",
  "land",
  "contactName",
  "contactEmail",
  "contactPhone",
  "taxId",
  "clerkId",
  "clerkName",
  "deputyId",
  "deputyName",
  "vendor",
  "installedUsers",
  "installedLightUsers",
  "release",
  "usage",
  "serverKeyMask",
  "licenceKeyMask",
  "sku",
  "quantity",
  "tier",
  "users",
  "profile",
  "purchasedOn",
  "listPriceCents",
  "paidCents",
  "edition",
  "orderReference",
  "systemName",
  "policyId",
  "termMonths",
  "startsOn",
  "endsOn",
  "months",
  "percentPerYear",
  "billingParty",
  "billingInterval",
  "amountCents",
  "mainContractId",
  "fromOn",
  "toOn",
  "monthlyCents",
  "yearlyCents",
  "oneOffCents",
  "minimumMonths",
  "renewalMonths",
  "noticeLength",
  "noticeUnit",
  "to",
  "source",
  "clause",
  "receivedOn",
  "channel",
  "note",
  "decisionKind",
  "dueOn",
  "until",
  "priceKind",
  "dimensions",
  "validFrom",
  "cents",
  "email",
  "role",
  "customerIds",
  "expiresAt",
  "scopes",
  "prefix",
  "fileName",
  "mediaType",
  "sizeBytes",
  "sha256",
  "rowsNew",
  "rowsChanged",
  "rowsUnchanged",
  "rowsRejected",
  "rowsWithdrawn",
  "articles",
] as const;
export type AuditField = (typeof auditFields)[number];

export type AuditValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | Readonly<Record<string, string | number | boolean>>;
export type AuditValues = Readonly<Partial<Record<AuditField, AuditValue>>>;

/** What differs between two states of the same thing, on either side; null on both sides where nothing does. */
export function differences(
  before: AuditValues,
  after: AuditValues,
): { readonly before: AuditValues; readonly after: AuditValues } | null {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as AuditField[];
  const changed = names.filter((name) => !isSame(before[name] ?? null, after[name] ?? null));
  if (changed.length === 0) return null;
  const pick = (values: AuditValues): AuditValues =>
    Object.fromEntries(changed.map((name) => [name, values[name] ?? null]));
  return { before: pick(before), after: pick(after) };
}

function isSame(left: AuditValue, right: AuditValue): boolean {
  return canonical(left) === canonical(right);
}

function canonical(value: AuditValue): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** One entry as the chain check reads it; `text` values as the database prints them. */
export interface ChainEntry {
  readonly number: number;
  readonly previousHash: string;
  readonly hash: string;
  /** SHA-256 over the entry's text as the checker has put it together. */
  readonly reckonedHash: string;
}

export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/**
 * What is wrong with a trail, by the entry's number: `edited`: its text has another hash than it says; `missing`: numbers from `number` to `until`
 * are not there; `unlinked`: it does not follow from the entry before it; `cut`: entries up to the head are gone; `beyond-head`: entries that
 * no head knows; `head-differs`: the entry of the head's number has another hash.
 */
export type ChainFault =
  | { readonly kind: "edited" | "unlinked" | "beyond-head" | "head-differs"; readonly number: number }
  | { readonly kind: "missing" | "cut"; readonly number: number; readonly until: number };

export const NO_HASH = "0".repeat(64);

/**
 * Checks a part of a trail, in the order of its numbers, from what came before it. Each entry that was edited, taken out, put in or put in
 * another place is a fault of its own or of the one after it.
 */
export function chainFaults(
  entries: readonly ChainEntry[],
  before: ChainHead = { number: 0, hash: NO_HASH },
): ChainFault[] {
  const faults: ChainFault[] = [];
  let last = before;
  for (const entry of entries) {
    if (entry.number > last.number + 1)
      faults.push({ kind: "missing", number: last.number + 1, until: entry.number - 1 });
    else if (entry.previousHash !== last.hash) faults.push({ kind: "unlinked", number: entry.number });
    if (entry.hash !== entry.reckonedHash) faults.push({ kind: "edited", number: entry.number });
    last = entry;
  }
  return faults;
}

/** Whether the trail ends where its head says. `last` is the newest entry there is, `atHead` the entry of the head's number. */
export function headFaults(last: ChainHead, head: ChainHead, atHead: ChainHead | null): ChainFault[] {
  if (last.number < head.number) return [{ kind: "cut", number: last.number + 1, until: head.number }];
  const faults: ChainFault[] = [];
  if (last.number > head.number) faults.push({ kind: "beyond-head", number: head.number + 1 });
  if (atHead !== null && atHead.hash !== head.hash) faults.push({ kind: "head-differs", number: head.number });
  return faults;
}
