import { v7 as uuidv7 } from "uuid";
import type { Role } from "@/lib/domain/viewer";

/** One password for all of the story's people: it is printed where the demonstration starts, and nowhere used outside of it. */
export const DEMO_PASSWORD = "Morgenkaffee-im-Kontor";

/** Somebody of the story. `confinedTo`: numbers of the customers that he may see. */
export interface StoryPerson {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly confinedTo: readonly string[] | null;
}

export function person(
  role: Role,
  name: string,
  email: string,
  confinedTo: readonly string[] | null = null,
): StoryPerson {
  return { id: uuidv7(), role, name, email, confinedTo };
}

/** How somebody of the story signs in; `of` names the reseller or the customer. */
export interface DemoAccount {
  readonly role: Role;
  readonly email: string;
  readonly password: string;
  readonly of: string | null;
}

export const NORTH = "Nordlicht Telekommunikation GmbH";
export const SOUTH = "Breisgau Systemhaus GmbH";
const CLAASEN = "Reederei Claasen & Söhne";
const HUBER = "Huber Maschinenbau GmbH";

const account = (role: Role, email: string, of: string | null): DemoAccount => ({
  role,
  email,
  password: DEMO_PASSWORD,
  of,
});

export const PLATFORM_EMAIL = "betrieb@lizenzkontor.example";

/** Everybody who can sign in to the story. */
export const demoAccounts: readonly DemoAccount[] = [
  account("reseller-admin", "k.petersen@nordlicht.example", NORTH),
  account("clerk", "j.brandt@nordlicht.example", NORTH),
  account("clerk", "m.lorenzen@nordlicht.example", `${NORTH}, nur drei Kunden`),
  account("finance", "h.thiessen@nordlicht.example", NORTH),
  account("customer-admin", "s.claasen@reederei-claasen.example", CLAASEN),
  account("customer-viewer", "empfang@reederei-claasen.example", CLAASEN),
  account("reseller-admin", "s.kaltenbach@breisgau-systemhaus.example", SOUTH),
  account("clerk", "s.weber@breisgau-systemhaus.example", SOUTH),
  account("clerk", "t.ruf@breisgau-systemhaus.example", `${SOUTH}, nur ein Kunde`),
  account("finance", "u.faller@breisgau-systemhaus.example", SOUTH),
  account("customer-admin", "m.huber@huber-maschinenbau.example", HUBER),
  account("customer-viewer", "einkauf@huber-maschinenbau.example", HUBER),
  account("platform-admin", PLATFORM_EMAIL, null),
];

/** The people behind the accounts, newly made with each story. */
export function peopleOfNorth() {
  return {
    admin: person("reseller-admin", "Katrin Petersen", "k.petersen@nordlicht.example"),
    clerk: person("clerk", "Jonas Brandt", "j.brandt@nordlicht.example"),
    confined: person("clerk", "Meike Lorenzen", "m.lorenzen@nordlicht.example", ["10003", "10004", "10005"]),
    finance: person("finance", "Holger Thiessen", "h.thiessen@nordlicht.example"),
    customerAdmin: person("customer-admin", "Swantje Claasen", "s.claasen@reederei-claasen.example", ["10001"]),
    customerViewer: person("customer-viewer", "Ole Reimers", "empfang@reederei-claasen.example", ["10001"]),
  };
}

export function peopleOfSouth() {
  return {
    admin: person("reseller-admin", "Stefan Kaltenbach", "s.kaltenbach@breisgau-systemhaus.example"),
    clerk: person("clerk", "Sabine Weber", "s.weber@breisgau-systemhaus.example"),
    confined: person("clerk", "Tobias Ruf", "t.ruf@breisgau-systemhaus.example", ["20003"]),
    finance: person("finance", "Ulrike Faller", "u.faller@breisgau-systemhaus.example"),
    customerAdmin: person("customer-admin", "Matthias Huber", "m.huber@huber-maschinenbau.example", ["20002"]),
    customerViewer: person("customer-viewer", "Elke Zipfel", "einkauf@huber-maschinenbau.example", ["20002"]),
  };
}
