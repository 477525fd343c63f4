import { parseArgs } from "node:util";
import { openDatabase } from "@/db/open";
import { emailOf } from "@/lib/auth/email";
import { invitationLink, newToken, tokenHash } from "@/lib/auth/tokens";
import { now } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { env } from "@/lib/env";
import { sentence } from "@/lib/format/reasons";
import {
  createReseller,
  type FirstAdmin,
  findReseller,
  inviteFirstAdmin,
  invitePlatformAdmin,
} from "@/lib/use-cases/create-reseller";
import { CommandRefusal, command } from "./command";

const usage = [
  "So wird ein Händler mit seinem ersten Admin angelegt (a reseller and its first admin):",
  '  npm run admin:create -- --reseller "Name" --email anna@firma.de --name "Anna Beispiel"',
  "So ein Admin der Plattform (an admin of the platform):",
  '  npm run admin:create -- --platform --email anna@firma.de --name "Anna Beispiel"',
].join("\n");

interface Wish {
  readonly admin: FirstAdmin;
  /** Null: an admin of the platform. */
  readonly reseller: string | null;
}

function options() {
  try {
    return parseArgs({
      options: {
        reseller: { type: "string" },
        email: { type: "string" },
        name: { type: "string" },
        platform: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new CommandRefusal(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** Every fault of the call at once. */
function wishOf({ reseller, email, name, platform }: ReturnType<typeof options>): Wish {
  const address = emailOf(email ?? "");
  const person = (name ?? "").trim();
  const firm = (reseller ?? "").trim();
  const faults = [
    ...(platform && firm !== "" ? ["--platform und --reseller schließen einander aus."] : []),
    ...(!platform && firm === "" ? ['--reseller "Name" fehlt.'] : []),
    ...(firm.length > 120 ? ["--reseller darf höchstens 120 Zeichen haben."] : []),
    ...(address === null ? ["--email braucht genau eine E-Mail-Adresse wie anna@firma.de."] : []),
    ...(person === "" || person.length > 120 ? ['--name "Vorname Nachname" fehlt oder hat mehr als 120 Zeichen.'] : []),
  ];
  if (faults.length > 0 || address === null) throw new CommandRefusal(`${faults.join("\n")}\n${usage}`);
  return { admin: { email: address, name: person }, reseller: platform ? null : firm };
}

async function invite({ admin, reseller }: Wish, hash: string) {
  if (reseller === null) return invitePlatformAdmin(admin, hash, now());
  const known = await findReseller(reseller);
  if (known === null) return createReseller(null, { name: reseller, admin }, hash, now());
  console.log(`Den Händler „${reseller}“ gibt es schon; die Einladung gilt für ihn. (The reseller exists already.)`);
  return inviteFirstAdmin(null, known.id, admin, hash, now());
}

await command(async (onStop) => {
  const wish = wishOf(options());
  const database = await openDatabase();
  onStop(database.close);
  const token = newToken();
  const invited = await invite(wish, tokenHash(token));
  if (invited === "not-found") throw new CommandRefusal("Den Händler gibt es nicht mehr. (The reseller is gone.)");
  if (isRefusal(invited)) throw new CommandRefusal(sentence(invited, "de"));
  const until = new Intl.DateTimeFormat("de-DE", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Berlin",
  });
  console.log(
    `Einladung für ${invited.email}, gültig einmal und bis ${until.format(new Date(invited.expiresAt))} Uhr:`,
  );
  console.log(invitationLink(env.origin, token));
});
