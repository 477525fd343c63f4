import type { Day } from "@/lib/domain/dates";
import { env } from "@/lib/env";

const berlin = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Berlin",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day in Europe/Berlin at an instant, `YYYY-MM-DD`. */
export function dayInBerlin(instant: Date): Day {
  const parts = Object.fromEntries(berlin.formatToParts(instant).map((part) => [part.type, part.value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** The instant of an event; never moved by `PORTAL_TODAY`, since sessions and records happen now. */
export function now(): Date {
  return new Date();
}

/** Today in Europe/Berlin; in the demo and under test the day that `PORTAL_TODAY` names. */
export function today(): Day {
  return env.fixedToday ?? dayInBerlin(now());
}
