import {
  type ActorKind,
  type AuditAction,
  type AuditField,
  type AuditValue,
  type RecordNoun,
  type RecordVerb,
  recordNouns,
  recordVerbs,
} from "@/lib/domain/audit";
import { isLand } from "@/lib/domain/holidays";
import { dayText } from "./day";
import { instantText } from "./instant";
import { euro, number } from "./money";
import type { Locale } from "./wording";
import { actionWords, actorWords, fieldWords, nounWords, partWords, valueWords, verbWords } from "./words-history";
import { landNames } from "./words-holidays";

/** Who did what, in one sentence: "Petra Klein hat die Anlage geändert." */
export function historySentence(
  entry: { readonly by: { readonly kind: ActorKind; readonly name: string }; readonly action: AuditAction },
  locale: Locale,
): string {
  const who = actorWords[entry.by.kind][locale](entry.by.name);
  return `${who} ${locale === "de" ? "hat" : "has"} ${deed(entry.action, locale)}.`;
}

function deed(action: AuditAction, locale: Locale): string {
  const done = nounAndVerb(action);
  if (done === null) return actionWords[action as keyof typeof actionWords][locale];
  const noun = nounWords[done.noun][locale];
  const verb = verbWords[done.verb][locale];
  return locale === "de" ? `${noun} ${verb}` : `${verb} ${noun}`;
}

function nounAndVerb(action: AuditAction): { noun: RecordNoun; verb: RecordVerb } | null {
  for (const noun of recordNouns) {
    const verb = recordVerbs.find((each) => action === `${noun}-${each}`);
    if (verb !== undefined) return { noun, verb };
  }
  return null;
}

export type Names = Readonly<Record<string, { readonly de: string; readonly en: string }>>;

/** One value of an entry: what it is called, what it was, what it is. A side is absent where the entry says nothing about it. */
export interface HistoryLine {
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
}

/** Ids say nothing to people; their names stand beside them. */
const unread: ReadonlySet<AuditField> = new Set(["clerkId", "deputyId", "mainContractId"]);

/** An entry's values in words, in the order of the fields. */
export function historyLines(
  values: readonly { readonly field: AuditField; readonly before?: AuditValue; readonly after?: AuditValue }[],
  names: Names,
  locale: Locale,
): HistoryLine[] {
  const text = (field: AuditField, value: AuditValue | undefined, side: "before" | "after") =>
    value === undefined ? {} : { [side]: valueText(field, value, names, locale) };
  return values
    .filter(({ field }) => !unread.has(field))
    .map(({ field, before, after }) => ({
      label: fieldWords[field][locale],
      ...text(field, before, "before"),
      ...text(field, after, "after"),
    }));
}

/** What a field of an entry is called; ids by whose they are. */
export function auditFieldName(field: string | number | undefined, locale: Locale): string {
  return fieldWords[String(field) as AuditField]?.[locale] ?? String(field);
}

/** One value of a field in words, from a reason's figure: what is not known is an empty text. */
export function auditText(
  field: string | number | undefined,
  value: string | number | undefined,
  locale: Locale,
): string {
  return valueText(String(field) as AuditField, value ?? null, {}, locale);
}

function valueText(field: AuditField, value: AuditValue, names: Names, locale: Locale): string {
  if (value === null || value === "") return locale === "de" ? "nicht erfasst" : "not recorded";
  if (Array.isArray(value)) return value.map((each: string) => coded(field, each, names, locale)).join(", ") || "–";
  if (typeof value === "object") {
    const parts = Object.entries(value).map(([name, part]) => `${partText(name, locale)}: ${partText(part, locale)}`);
    return parts.join(", ") || (locale === "de" ? "nicht erfasst" : "not recorded");
  }
  if (typeof value === "boolean") return partText(value, locale);
  if (typeof value === "number") return isCents(field) ? euro(value, locale) : number(value, locale);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && isDay(field)) return dayText(value, locale);
  if (field.endsWith("At")) return instantText(value, locale);
  return coded(field, value, names, locale);
}

const isCents = (field: AuditField): boolean => field === "cents" || field.endsWith("Cents");
const isDay = (field: AuditField): boolean => field.endsWith("On") || field === "until" || field === "validFrom";

function coded(field: AuditField, value: string, names: Names, locale: Locale): string {
  if (field === "land" && isLand(value)) return landNames[value];
  return valueWords[field]?.[value]?.[locale] ?? names[value]?.[locale] ?? value;
}

function partText(value: string | number | boolean, locale: Locale): string {
  if (typeof value === "number") return number(value, locale);
  if (typeof value === "boolean") return value ? (locale === "de" ? "ja" : "yes") : locale === "de" ? "nein" : "no";
  return partWords[value]?.[locale] ?? value;
}
