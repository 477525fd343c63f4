import { openDatabase } from "@/db/open";
import { allResellers } from "@/db/queries/resellers";
import { withPlatform } from "@/db/tenant";
import { env } from "@/lib/env";
import { resealKeys } from "@/lib/use-cases/reseal-keys";
import { openVault } from "@/lib/vault/key-ring";
import { CommandRefusal, command } from "./command";
import { licenceKeySecretsIn } from "./secret";

/**
 * `npm run vault:reseal`: after a new secret was put before the old one in LICENCE_KEY_SECRETS, seals every licence key with it. Afterwards the
 * old one can be taken out.
 */
await command(async (onStop) => {
  const database = await openDatabase();
  onStop(database.close);
  if (env.databaseUrl === undefined) openVault(licenceKeySecretsIn(database.place, env.licenceKeySecrets));
  else if (env.licenceKeySecrets === undefined)
    throw new CommandRefusal("LICENCE_KEY_SECRETS fehlt. (LICENCE_KEY_SECRETS is missing.)");
  for (const { id, name } of await withPlatform((tx) => allResellers(tx))) {
    const { seen, sealed } = await resealKeys(id);
    console.log(`${name}: ${seen} Lizenzschlüssel, ${sealed} neu verschlossen. (licence keys, sealed anew)`);
  }
});
