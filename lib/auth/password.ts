import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** argon2id (the library's number for it), 64 MiB, 3 passes, 1 lane: about 0.1 s, which a guesser pays for each guess. */
const parameters = { algorithm: 2 as Algorithm, memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const CURRENT = "$argon2id$v=19$m=65536,t=3,p=1$";

/** Each computation holds 64 MiB: more than this many wait in line, so that many sign-ins at once cannot fill the memory. */
const AT_ONCE = 4;
let running = 0;
const waiting: (() => void)[] = [];

async function inLine<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((turn) => waiting.push(turn));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The same letters typed on different keyboards give the same bytes. */
const bytes = (password: string): string => password.normalize("NFC");

export function hashPassword(password: string): Promise<string> {
  return inLine(() => hash(bytes(password), parameters));
}

/** Whether a stored hash is older than the present parameters and should be made anew at the next sign-in. */
export function needsRehash(passwordHash: string): boolean {
  return !passwordHash.startsWith(CURRENT);
}

let nobody: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (nobody has that address, or he has not chosen a password yet) the same work
 * is done and the answer is no, so that the time tells nothing.
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword("nobody has this password");
  const against = passwordHash ?? (await nobody);
  const matches = await inLine(() => verify(against, bytes(password)).catch(() => false));
  return matches && passwordHash !== null;
}
