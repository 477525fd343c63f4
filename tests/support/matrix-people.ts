import { setTimeout as pause } from "node:timers/promises";
import type { Person, PortalUnderTest } from "./portal";

/** Requests as a browser of the portal's own pages sends them, without a browser. */
export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export async function ask(
  origin: string,
  path: string,
  options: { method?: string; cookie?: string | undefined; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Asked> {
  const { method = "GET", cookie, body, headers = {} } = options;
  const response = await fetch(new URL(path, origin), {
    method,
    redirect: "manual",
    headers: {
      accept: method === "GET" ? "text/html" : "application/json",
      // Nothing is gained by packing what stays on the machine.
      "accept-encoding": "identity",
      ...(method === "GET" ? {} : { origin, "content-type": "application/json" }),
      ...(cookie === undefined ? {} : { cookie }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Signs in as the form does and returns the cookie of the new session. */
export async function signInByHttp(
  { origin }: Pick<PortalUnderTest, "origin">,
  person: Pick<Person, "email" | "password">,
): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const answer = await ask(origin, "/api/auth/callback/credentials", {
      method: "POST",
      body: { email: person.email, password: person.password },
    });
    const line = answer.headers.getSetCookie().find((each) => /session=[^;]/.test(each));
    if (line) return line.split(";")[0] ?? "";
    if (attempt === 2) throw new Error(`${person.email} cannot sign in: ${answer.status} ${answer.text.slice(0, 200)}`);
    await pause(200);
  }
}
