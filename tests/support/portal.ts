import type { Role } from "@/lib/domain/viewer";

/** Somebody who signs in for the tests. */
export interface Person {
  readonly who: Who;
  readonly role: Role;
  readonly email: string;
  readonly password: string;
}

/** Everybody who signs in for the tests, by what they are. The foreign admin belongs to the other reseller. */
export const everybody = [
  "platform-admin",
  "reseller-admin",
  "clerk",
  "confined-clerk",
  "finance",
  "customer-admin",
  "customer-viewer",
  "foreign-admin",
] as const;
export type Who = (typeof everybody)[number];

/** What `npm run e2e` tells the browser tests about the portal that it has started for them. */
export interface PortalUnderTest {
  readonly origin: string;
  readonly chromiumPath: string;
  /** The throwaway database as its superuser, who sees every tenant: for ids of things that nobody in the test may see. */
  readonly adminUrl: string;
  readonly people: readonly Person[];
  /** What the portal has said since it started: its log. */
  readonly logFile: string;
  /** Folder for the signed-in sessions of the run. */
  readonly sessions: string;
}

const variable = "PORTAL_UNDER_TEST";

export const portalToEnvironment = (portal: PortalUnderTest): Record<string, string> => ({
  [variable]: JSON.stringify(portal),
});

export function portalFromEnvironment(): PortalUnderTest {
  const given = process.env[variable];
  if (!given) throw new Error("No portal is running for the tests: start them with npm run e2e.");
  return JSON.parse(given) as PortalUnderTest;
}
