import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The key of the session tokens: NEXTAUTH_SECRET, else one made once and kept with the data, readable by its owner only. */
export function authSecretIn(folder: string, given: string | undefined): string {
  if (given) return given;
  const file = path.join(folder, "nextauth-secret");
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
