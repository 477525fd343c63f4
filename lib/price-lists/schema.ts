import { z } from "zod";
import { requirementsSchema } from "./schema-requirements";

const text = z.string().min(1);
const wording = z.strictObject({ de: text, en: text });
const count = z.int().min(1).max(1_000_000);
const skus = z.array(text).min(1);
const charge = z.enum(["oneOff", "monthly", "yearly"]);
const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const params = z.record(z.string(), z.union([z.string(), z.number()]));
const source = z.strictObject({ document: text, clause: text });
const reason = z.strictObject({ code: text, params, source: source.optional() });

const cell = z.strictObject({
  id: text,
  article: text,
  column: text,
  text,
  cents: z.int().optional(),
  microEuros: z.int().min(0).optional(),
  percent: z.int().min(0).max(100).optional(),
  count: z.int().min(0).optional(),
});

const printedTable = z.strictObject({
  table: text,
  clause: text,
  figuresIn: z.enum(["cent", "names"]).optional(),
  cells: z.array(cell).min(1),
});

const price = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({
    kind: z.literal("flat"),
    oneOff: text.optional(),
    monthly: text.optional(),
    yearly: text.optional(),
    byEffort: charge.optional(),
  }),
  z.strictObject({
    kind: z.literal("by-form"),
    purchase: text.optional(),
    subscription: z.array(z.strictObject({ months: count, cell: text })),
  }),
  z.strictObject({
    kind: z.literal("by-users"),
    purchase: z.array(text),
    subscription: z.array(z.strictObject({ months: count, cells: z.array(text) })),
  }),
  z.strictObject({
    kind: z.literal("volume"),
    charge,
    steps: z.array(z.strictObject({ from: count, cell: text })).min(1),
  }),
  z.strictObject({ kind: z.literal("first-free"), charge, freeUnits: count, free: text, further: text }),
  z.strictObject({
    kind: z.literal("by-profile"),
    profiles: z.record(
      text,
      z.discriminatedUnion("status", [
        z.strictObject({ status: z.literal("included"), cell: text }),
        z.strictObject({ status: z.literal("priced"), monthly: text, oneOff: text.optional() }),
        z.strictObject({ status: z.literal("unavailable") }),
      ]),
    ),
  }),
]);

const measure = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("quantity") }),
  z.strictObject({ kind: z.literal("single") }),
  z.strictObject({ kind: z.literal("user-packs"), packSize: count }),
  z.strictObject({ kind: z.literal("started-minutes"), blockMinutes: count }),
]);

const article = z.strictObject({
  sku: text,
  name: text,
  label: wording.optional(),
  group: text,
  unit: wording,
  aliases: z.array(text),
  clause: text,
  measure,
  price,
  policy: text.optional(),
  needsOverride: text.optional(),
});

const named = { id: text, clause: text };
const condition = z.discriminatedUnion("kind", [
  z.strictObject({ ...named, kind: z.literal("minimum"), skus, atLeast: count }),
  z.strictObject({ ...named, kind: z.literal("maximum"), skus, atMost: count }),
  z.strictObject({ ...named, kind: z.literal("per-user-maximum"), skus }),
  z.strictObject({ ...named, kind: z.literal("equal-quantity"), sku: text, of: text }),
  z.strictObject({ ...named, kind: z.literal("needs-at-least"), sku: text, of: text, atLeast: count }),
  z.strictObject({ ...named, kind: z.literal("requires-one-of"), sku: text, oneOf: skus }),
  z.strictObject({ ...named, kind: z.literal("on-request-above"), sku: text, of: text, above: count }),
  z.strictObject({
    ...named,
    kind: z.literal("whole-company-discount"),
    lineSku: text,
    forbidden: z.array(text),
    needsOption: z.array(z.strictObject({ profile: text, option: text })),
    steps: z.array(z.strictObject({ from: count, cell: text })).min(1),
  }),
]);

const occasion = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("always") }),
  z.strictObject({ kind: z.literal("any-of"), skus, profile: text.optional() }),
  z.strictObject({ kind: z.literal("at-least"), sku: text, count }),
  z.strictObject({
    kind: z.literal("discount"),
    atLeast: count.optional(),
    exactly: z.array(count).optional(),
    sku: text.optional(),
  }),
]);

const noticeLength = z.int().min(0).max(1_000);
const noticeUnit = z.enum(["day", "week", "month", "werktag"]);
const endAnchor = z.enum(["term-end", "month-end", "year-end"]);
const renewalMonths = z.int().min(1).max(600).nullable();
const lengths = { renewalMonths, noticeLength, noticeUnit, to: endAnchor };
const statute = z.enum(["tkg-56", "tkg-57", "tkg-67", "data-act-25"]);
const policyHead = { id: text, source, readings: z.array(reason), statutes: z.array(statute) };
const policy = z.discriminatedUnion("kind", [
  z.strictObject({
    ...policyHead,
    kind: z.literal("rule"),
    rule: z.strictObject({ minimumMonths: z.int().min(0).max(600), ...lengths }),
  }),
  z.strictObject({
    ...policyHead,
    kind: z.literal("chosen-term"),
    allowedMonths: z.array(count).min(1),
    rule: z.strictObject(lengths),
  }),
  z.strictObject({ ...policyHead, kind: z.literal("unknown"), minimumMonths: count }),
  z.strictObject({ ...policyHead, kind: z.literal("lapses") }),
]);

const area = z.strictObject({
  id: text,
  family: text,
  name: text,
  clause: text,
  countries: z.array(text),
  allOthers: z.boolean().optional(),
  includes: z.array(text).min(1).optional(),
});
const rate = z.strictObject({
  id: text,
  group: z.enum(["national", "international", "mobile", "ai", "special-number", "roaming"]),
  destination: wording,
  per: z.enum(["minute", "call", "sms", "mb", "24-hours"]),
  increment: text.optional(),
  area: text.optional(),
  prices: z.array(
    z.strictObject({
      cell: text,
      profiles: z.array(text).min(1).optional(),
      connection: z.enum(["fixed", "mobile"]).optional(),
    }),
  ),
  note: wording.optional(),
});
const fee = z.strictObject({ id: text, name: wording, per: wording, clause: text, cell: text });

export const priceListSchema = z
  .strictObject({
    vendor: z.string().regex(/^[a-z0-9]+$/),
    vendorName: text,
    productName: text,
    resale: z.enum(["sold", "brokered"]),
    document: z.strictObject({ title: text, heading: text, statedAs: text }),
    edition: z.string().regex(/^(undated|\d{4}-\d{2}(-\d{2})?)$/),
    validFrom: isoDay.nullable(),
    currency: z.literal("EUR"),
    userTiers: z.array(z.strictObject({ label: text, from: count, upTo: count.nullable() })),
    profiles: z.array(text),
    articles: z.array(article).min(1),
    printed: z.array(printedTable),
    conditions: z.array(condition),
    remarks: z.array(
      z.strictObject({ as: z.enum(["hint", "assumption"]), code: text, params, clause: text, when: occasion }),
    ),
    policies: z.array(policy),
    readings: z.array(
      z.strictObject({
        id: text,
        clause: text,
        asPrinted: text,
        read: wording,
        reason: wording,
        cells: z.array(text),
        confirmWith: wording,
        figures: z
          .array(
            z.strictObject({
              about: wording,
              in: z.enum(["euro", "count"]),
              read: z.int(),
              other: z.int(),
              undecided: z.literal(true).optional(),
              cell: text.optional(),
            }),
          )
          .min(1)
          .optional(),
      }),
    ),
    notes: z.array(z.strictObject({ id: text, clause: text, text: wording })),
    areas: z.array(area).default([]),
    rates: z.array(rate).default([]),
    fees: z.array(fee).default([]),
  })
  .extend(requirementsSchema.shape);

export type CheckedList = z.infer<typeof priceListSchema>;
