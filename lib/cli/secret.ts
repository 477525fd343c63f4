import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A secret made once and kept with the data, readable by its owner only. */
function keptIn(folder: string, name: string): string {
  const file = path.join(folder, name);
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
    } catch (error) {
      // Another start has just made it.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return readFileSync(file, "utf8").trim();
}

/** The key of the session tokens: NEXTAUTH_SECRET, else the one kept with the data. */
export function authSecretIn(folder: string, given: string | undefined): string {
  return given || keptIn(folder, "nextauth-secret");
}

/** What licence keys are sealed with: LICENCE_KEY_SECRETS, else the one kept with the data. Without it they cannot be read any more. */
export function licenceKeySecretsIn(folder: string, given: string | undefined): string {
  return given || `data:${keptIn(folder, "licence-key-secret")}`;
}
