import type { BrowserContext, ConsoleMessage, Response } from "@playwright/test";

/**
 * What a page must not do while a user works: throw, complain in the console, or break its content security policy. Everything found is
 * collected; the fixture fails the test with it.
 */
export interface Watch {
  readonly faults: string[];
  /** Every nonce that was seen; one that comes twice is a fault. */
  readonly nonces: Set<string>;
}

/** Chromium reports every answer of 400 and above; tests name those that they provoke. (Of two objects in a list Playwright would take the second for its own.) */
export interface Provoked {
  readonly status: number | readonly number[];
  readonly path: RegExp;
}

const isProvoked = (message: ConsoleMessage, provoked: readonly Provoked[]): boolean => {
  const status = /the server responded with a status of (\d+)/.exec(message.text())?.[1];
  const { url } = message.location();
  return provoked.some(
    (one) =>
      [one.status]
        .flat()
        .map(String)
        .includes(status ?? "") &&
      URL.canParse(url) &&
      one.path.test(new URL(url).pathname),
  );
};

export const directivesOf = (policy: string): Map<string, string[]> =>
  new Map(
    policy
      .split(";")
      .map((part) => part.trim().split(/\s+/))
      .filter(([name]) => name)
      .map(([name = "", ...values]) => [name, values]),
  );

/** What is wrong with the policy of one HTML answer; remembers its nonce. */
export function policyFaults(policy: string | undefined, nonces: Set<string>): string[] {
  if (!policy) return ["no Content-Security-Policy"];
  const directives = directivesOf(policy);
  const scripts = directives.get("script-src") ?? [];
  const nonce = scripts.map((value) => /^'nonce-(.+)'$/.exec(value)?.[1]).find(Boolean);
  const faults: string[] = [];
  if (!nonce) faults.push("script-src has no nonce");
  else if (nonces.has(nonce)) faults.push(`the nonce ${nonce} was given twice`);
  else nonces.add(nonce);
  for (const value of ["'unsafe-inline'", "'unsafe-eval'"]) {
    if (scripts.includes(value)) faults.push(`script-src allows ${value}`);
  }
  if ((directives.get("style-src") ?? []).includes("'unsafe-inline'")) faults.push("style-src allows 'unsafe-inline'");
  for (const name of ["object-src", "base-uri", "frame-ancestors"]) {
    if (directives.get(name)?.join(" ") !== "'none'") faults.push(`${name} is not 'none'`);
  }
  return faults;
}

/** Watches every page of the context from now on. */
export async function watch(
  context: BrowserContext,
  provoked: readonly Provoked[],
  nonces: Set<string>,
): Promise<Watch> {
  const faults: string[] = [];
  context.on("weberror", (error) => faults.push(`page error: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error" && !isProvoked(message, provoked)) {
      faults.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("response", (response: Response) => {
    if (response.request().resourceType() !== "document") return;
    const headers = response.headers();
    if (!headers["content-type"]?.startsWith("text/html")) return;
    for (const fault of policyFaults(headers["content-security-policy"], nonces))
      faults.push(`${response.url()}: ${fault}`);
  });
  await context.exposeBinding("__policyViolated", (_, what: string) => {
    faults.push(`policy violated: ${what}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report = (window as unknown as { __policyViolated(what: string): void }).__policyViolated;
      report(`${event.violatedDirective} by ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return { faults, nonces };
}
