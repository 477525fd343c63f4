import type { Cell } from "./table";

/** What a column of the import file can mean, in the order in which people like to read them. */
export const importFields = [
  "customer_number",
  "customer",
  "system",
  "server_key",
  "installed_users",
  "installed_light_users",
  "release",
  "vendor",
  "sku",
  "quantity",
  "mode",
  "term_months",
  "users",
  "profile",
  "start",
  "term_end",
  "interval",
  "unit_price",
  "amount",
  "notice_received_on",
  "licence_key",
] as const;
export type ImportField = (typeof importFields)[number];

/** What a column of a file of prices can mean. */
export const priceFields = [
  "vendor",
  "sku",
  "kind",
  "price",
  "valid_from",
  "mode",
  "term_months",
  "tier",
  "profile",
  "charge",
] as const;
export type PriceField = (typeof priceFields)[number];

/** Headings by which a column is known, beside the field's own name. Compared without case, umlauts, blanks and signs. */
const headings: Readonly<Record<ImportField, readonly string[]>> = {
  customer_number: [
    "Kundennummer",
    "Kundennr",
    "Kunden-Nr",
    "KdNr",
    "Kunden-ID",
    "Debitor",
    "Debitorennummer",
    "customer no",
    "customer id",
  ],
  customer: ["Kunde", "Kundenname", "Firma", "Firmenname", "Name", "Name des Kunden", "customer name", "company"],
  system: [
    "Anlage",
    "Anlagenname",
    "TK-Anlage",
    "Telefonanlage",
    "System",
    "Server",
    "PBX",
    "Standort",
    "system name",
    "site",
  ],
  server_key: [
    "Serverlizenz",
    "Serverlizenzschlüssel",
    "Server-Lizenzschlüssel",
    "Serverschlüssel",
    "server licence",
    "server license",
    "server licence key",
    "server license key",
  ],
  installed_users: [
    "Benutzer",
    "Nutzer",
    "Anzahl Benutzer",
    "Installierte Benutzer",
    "User",
    "Userlizenzen",
    "Benutzerlizenzen",
    "installed users",
  ],
  installed_light_users: [
    "Light-Benutzer",
    "Benutzer Light",
    "User Light",
    "Light-User",
    "Light Lizenzen",
    "light users",
    "installed light users",
  ],
  release: ["Version", "Release", "Softwarestand", "XPhone-Version"],
  vendor: ["Hersteller", "Anbieter", "Lieferant", "Marke", "manufacturer", "supplier"],
  sku: [
    "Artikel",
    "Artikelnummer",
    "Artikelnr",
    "Art-Nr",
    "ArtNr",
    "Produkt",
    "Produktnummer",
    "article",
    "article number",
    "item",
    "item number",
    "product",
  ],
  quantity: ["Menge", "Anzahl", "Stück", "Stückzahl", "Lizenzen", "qty", "count"],
  mode: [
    "Bezugsart",
    "Bezug",
    "Lizenzart",
    "Lizenzmodell",
    "Kauf/Abo",
    "Kauf oder Abo",
    "licence type",
    "license type",
  ],
  term_months: [
    "Laufzeit",
    "Laufzeit Monate",
    "Laufzeit in Monaten",
    "Vertragslaufzeit",
    "Laufzeit (Monate)",
    "term",
    "term in months",
    "months",
  ],
  users: ["Staffelbenutzer", "Staffel", "Staffel Benutzer", "Benutzer der Staffel", "tier users", "users"],
  profile: ["Profil", "Nutzerprofil", "Tarif", "user profile"],
  start: [
    "Beginn",
    "Vertragsbeginn",
    "Start",
    "Startdatum",
    "Kaufdatum",
    "Kauf am",
    "Laufzeitbeginn",
    "gültig ab",
    "start date",
    "begin",
    "purchased on",
    "purchase date",
  ],
  term_end: [
    "Laufzeitende",
    "Vertragsende",
    "Ende",
    "Endet am",
    "Up2Date bis",
    "Ablaufdatum",
    "end of term",
    "end",
    "end date",
    "expires on",
  ],
  interval: [
    "Zahlweise",
    "Zahlungsweise",
    "Abrechnung",
    "Abrechnungsintervall",
    "Intervall",
    "Turnus",
    "Zahlungsintervall",
    "billing interval",
    "billing",
  ],
  unit_price: ["Einzelpreis", "Stückpreis", "Preis", "EP", "Preis je Stück", "price", "price per unit"],
  amount: ["Betrag", "Summe", "Gesamtbetrag", "Gesamtpreis", "Gesamt", "Preis gesamt", "total", "total amount"],
  notice_received_on: [
    "Kündigung eingegangen",
    "Kündigung eingegangen am",
    "Kündigung",
    "gekündigt am",
    "Kündigungseingang",
    "Eingang der Kündigung",
    "notice received",
    "notice",
  ],
  licence_key: [
    "Lizenzschlüssel",
    "Lizenz-Key",
    "Key",
    "Schlüssel",
    "Seriennummer",
    "licence key",
    "license key",
    "serial number",
  ],
};

const priceHeadings: Readonly<Record<PriceField, readonly string[]>> = {
  vendor: headings.vendor,
  sku: headings.sku,
  kind: ["Art", "Preisart", "Art des Preises", "price type", "type"],
  price: [
    "Preis",
    "Preis netto",
    "Nettopreis",
    "Betrag",
    "EUR",
    "Euro",
    "UVP",
    "Listenpreis",
    "Einkaufspreis",
    "EK",
    "VK",
    "amount",
    "net price",
    "list price",
  ],
  valid_from: ["gültig ab", "ab", "Gültig von", "Datum", "Stand", "valid from", "from", "date"],
  mode: headings.mode,
  term_months: headings.term_months,
  tier: ["Staffel", "Stufe", "Preisstufe", "step"],
  profile: headings.profile,
  charge: ["Berechnung", "Preisbasis", "einmalig/monatlich", "Fälligkeit", "basis", "billing"],
};

/** A heading without what people write in one way or another. */
export function foldHeading(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

function dictionary<F extends string>(known: Readonly<Record<F, readonly string[]>>): ReadonlyMap<string, F> {
  const found = new Map<string, F>();
  for (const [field, names] of Object.entries(known) as [F, readonly string[]][]) {
    for (const name of [field, ...names]) found.set(foldHeading(name), field);
  }
  return found;
}

export type Fields = "estate" | "prices";
export const fieldsOf: Readonly<Record<Fields, readonly string[]>> = { estate: importFields, prices: priceFields };
const dictionaries = { estate: dictionary(headings), prices: dictionary(priceHeadings) } as const;

export function fieldOfHeading(fields: Fields, heading: string): string | null {
  return dictionaries[fields].get(foldHeading(heading)) ?? null;
}

/** How many cells of a row are known headings. */
export function countHeadings(fields: Fields): (cells: readonly Cell[]) => number {
  return (cells) =>
    new Set(cells.flatMap((cell) => (typeof cell === "string" ? (fieldOfHeading(fields, cell) ?? []) : []))).size;
}

/** What each column means; null: it is not read. In the order of the columns. */
export type ColumnMapping = readonly (string | null)[];

/**
 * What the headings say. A meaning that two columns claim goes to neither, since nobody but the file's owner can know which is meant:
 * unless one of them bears the field's own name and the other does not.
 */
export function mappingOf(fields: Fields, cells: readonly Cell[]): ColumnMapping {
  const meant = cells.map((cell) => (typeof cell === "string" ? fieldOfHeading(fields, cell) : null));
  return meant.map((field, column) => {
    if (field === null) return null;
    const rivals = meant.flatMap((each, at) => (each === field && at !== column ? [cells[at]] : []));
    if (rivals.length === 0) return field;
    const isOwn = (cell: Cell | undefined) => typeof cell === "string" && isOwnName(fields, field, cell);
    return isOwn(cells[column]) && !rivals.some(isOwn) ? field : null;
  });
}

/** The name that the specification of the file gives the column, in English or German. */
function isOwnName(fields: Fields, field: string, cell: string): boolean {
  const names = fields === "estate" ? headings[field as ImportField] : priceHeadings[field as PriceField];
  const folded = foldHeading(cell);
  return folded === foldHeading(field) || folded === foldHeading(names[0] ?? field);
}
