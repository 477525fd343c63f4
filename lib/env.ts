import { z } from "zod";

/** An empty variable counts as one that is not set. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const flag = optional(z.enum(["0", "1"], { error: "must be 0 or 1" })).transform((value) => value === "1");
const databaseUrl = optional(z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" }));

const schema = z.object({
  NODE_ENV: optional(z.string()),
  /** Logs in as `portal_app`, a role without rights of its own. Not set: the embedded database is used. */
  DATABASE_URL: databaseUrl,
  /** Logs in as the owner of the tables; only migrations use it. */
  DATABASE_OWNER_URL: databaseUrl,
  /** Folder of the embedded database. */
  PORTAL_DATA: optional(z.string()),
  /** The one origin under which the portal is reached. */
  PORTAL_ORIGIN: optional(z.url({ protocol: /^https?$/, error: "must be an http:// or https:// origin" })),
  NEXTAUTH_SECRET: optional(z.string().min(32, { error: "must have at least 32 characters" })),
  NEXTAUTH_URL: optional(z.url()),
  /** Seals licence keys: `id:secret` pairs with commas between. The first seals, all of them open. */
  LICENCE_KEY_SECRETS: optional(
    z.string().regex(/^[a-z0-9-]{1,20}:[^,:]{32,}(,[a-z0-9-]{1,20}:[^,:]{32,})*$/, {
      error: "must be id:secret, with at least 32 characters after the colon, and commas between several",
    }),
  ),
  /** Requests of one key of the public API in a minute, on this process. */
  API_REQUESTS_PER_MINUTE: optional(z.coerce.number().int().min(1).max(1_000_000)),
  /** Made-up data and a settable day are allowed. */
  PORTAL_DEMO: flag,
  /** The day that counts as today; honoured in the demo and under test only. */
  PORTAL_TODAY: optional(z.iso.date({ error: "must be a day, YYYY-MM-DD" })),
  VITEST: optional(z.string()),
});

export interface Env {
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly dataFolder: string | undefined;
  /** Scheme, host and port, without a slash at the end. */
  readonly origin: string;
  readonly authSecret: string | undefined;
  /** See `lib/vault/key-ring.ts`. */
  readonly licenceKeySecrets: string | undefined;
  readonly apiRequestsPerMinute: number;
  readonly isDemo: boolean;
  readonly isProduction: boolean;
  /** Null unless the demo or a test sets it. */
  readonly fixedToday: string | null;
}

/** Reads and checks all variables at once, so that one start names every fault. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Env {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
    throw new Error(`The environment is not usable: ${faults.join("; ")}.`);
  }
  const values = parsed.data;
  const mayFixToday = values.PORTAL_DEMO || values.NODE_ENV === "test" || values.VITEST !== undefined;
  return {
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    dataFolder: values.PORTAL_DATA,
    origin: new URL(values.PORTAL_ORIGIN ?? values.NEXTAUTH_URL ?? "http://localhost:3000").origin,
    authSecret: values.NEXTAUTH_SECRET,
    licenceKeySecrets: values.LICENCE_KEY_SECRETS,
    apiRequestsPerMinute: values.API_REQUESTS_PER_MINUTE ?? 1_200,
    isDemo: values.PORTAL_DEMO,
    isProduction: values.NODE_ENV === "production",
    fixedToday: mayFixToday ? (values.PORTAL_TODAY ?? null) : null,
  };
}

/** The only reader of the environment; read once. */
export const env: Env = readEnvironment(process.env);
