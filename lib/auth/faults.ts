import type { Fault } from "./answers";

/** Failures to reach the database, by the codes of PostgreSQL, of its client and of the socket. */
const awayCodes =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_\w+|57P0\d|53\w{3}|08\w{3})$/;

const busy = /connections to the database were busy/;

/** What a thrown error is answered with, after it was logged: only bugs and outages are thrown. */
export function thrownFault(error: unknown, requestId: string): Fault {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
  // The statement's values and the request's body may hold secrets: the log gets neither.
  const stack = cause instanceof Error ? (cause.stack ?? "").split("\n").slice(1, 6) : [];
  console.error(
    JSON.stringify({ at: "route", requestId, name: cause instanceof Error ? cause.name : typeof cause, code, stack }),
  );
  // Somebody else holds a lock for longer than a request may wait: an import that is being read in.
  if (code === "55P03") return { status: 503, code: "database-busy", headers: { "retry-after": "10" } };
  const isAway =
    awayCodes.test(code) || (cause instanceof Error && (cause.name === "ConnectionLost" || busy.test(cause.message)));
  return isAway
    ? { status: 503, code: "database-away", headers: { "retry-after": "60" } }
    : { status: 500, code: "internal-fault" };
}
