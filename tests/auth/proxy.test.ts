import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { contentPolicy, fixedHeaders } from "@/lib/auth/security-headers";
import { env } from "@/lib/env";
import { config, proxy } from "@/proxy";

const ask = (path: string, method = "GET", headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`${env.origin}${path}`, { method, headers }));

/** What the page behind the proxy gets. */
function passedOn(response: Response): Map<string, string | null> {
  const names = (response.headers.get("x-middleware-override-headers") ?? "").split(",").filter((name) => name !== "");
  return new Map(names.map((name) => [name, response.headers.get(`x-middleware-request-${name}`)]));
}

describe("the content policy", () => {
  it("lets scripts run by a nonce that is new each time, and tells the page the same", () => {
    const nonces = Array.from({ length: 20 }, () => {
      const response = ask("/kunden");
      const policy = response.headers.get("content-security-policy") ?? "";
      const inner = passedOn(response);
      expect(inner.get("content-security-policy")).toBe(policy);
      const nonce = inner.get("x-nonce") ?? "";
      expect(policy).toContain(`'nonce-${nonce}'`);
      expect(Buffer.from(nonce, "base64")).toHaveLength(16);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(20);
  });

  it("allows nothing inline but style attributes, and no evaluation", () => {
    const directives = contentPolicy("abc", false).split("; ");
    expect(directives.filter((each) => each.includes("unsafe"))).toEqual(["style-src-attr 'unsafe-inline'"]);
    expect(directives).toEqual(
      expect.arrayContaining([
        "script-src 'self' 'nonce-abc' 'strict-dynamic'",
        "style-src 'self' 'nonce-abc'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ]),
    );
  });
});

describe("headers", () => {
  it("stand on every answer, refusals too", () => {
    for (const response of [
      ask("/"),
      ask("/api/health/live"),
      ask("/", "POST"),
      ask("/x", "POST", { origin: env.origin }),
    ]) {
      for (const [name, value] of Object.entries(fixedHeaders(false))) expect(response.headers.get(name)).toBe(value);
    }
  });

  it("ask for https only where the portal has it", () => {
    expect(fixedHeaders(true)["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
    expect(fixedHeaders(false)).not.toHaveProperty("strict-transport-security");
  });

  it.each([
    "x-middleware-subrequest",
    "x-middleware-rewrite",
    "x-middleware-set-cookie",
    "x-middleware-request-cookie",
    "x-nextjs-data",
    "x-nextjs-rewrite",
    "x-next-resume-state-length",
    "x-invoke-path",
    "x-now-route-matches",
    "x-matched-path",
    "next-resume",
    "next-action",
    "X-Portal-Anything",
  ])("of the framework's inside do not come in from outside: %s", (name) => {
    const inner = passedOn(ask("/kunden", "GET", { [name]: "1", "x-mine": "2" }));
    expect([...inner.keys()]).not.toContain(name.toLowerCase());
    expect(inner.get("x-mine")).toBe("2");
  });

  it("of the portal itself are its own, whatever the client says", () => {
    const inner = passedOn(
      ask("/kunden?seite=2", "GET", { "x-portal-path": "/evil", "x-nonce": "evil", "x-request-id": "evil" }),
    );
    expect(inner.get("x-portal-path")).toBe("/kunden?seite=2");
    expect(inner.get("x-nonce")).not.toBe("evil");
    expect(inner.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("what changes something", () => {
  it.each([
    ["without an origin", {}],
    ["from null", { origin: "null" }],
    ["from elsewhere", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
    ["across sites", { origin: env.origin, "sec-fetch-site": "cross-site" }],
  ])("is refused %s, whatever the method", async (_, headers) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"]) {
      const response = ask("/api/portal/people", method, headers);
      expect(response.status).toBe(403);
      expect(await response.text()).toContain(env.origin);
    }
  });

  it("is told so in the form that was asked for", async () => {
    const json = ask("/api/portal/people", "POST", { accept: "application/json" });
    expect(await json.json()).toMatchObject({
      error: { code: "origin-foreign", message: expect.stringContaining(env.origin) },
    });
    expect(ask("/api/portal/people", "POST", { accept: "text/html" }).headers.get("content-type")).toMatch(
      /^text\/plain/,
    );
  });

  it("passes from the portal's own pages, to routes only", () => {
    const headers = { origin: env.origin };
    expect(ask("/api/portal/people", "POST", headers).status).toBe(200);
    expect(ask("/kunden", "POST", headers).status).toBe(405);
    expect(ask("/", "POST", { ...headers, "next-action": "x" }).status).toBe(405);
  });
});

describe("the matcher", () => {
  it("is one plain pattern, so that no header leads past it", () => {
    expect(typeof config.matcher).toBe("string");
    const pattern = new RegExp(`^${config.matcher}$`);
    for (const path of [
      "/",
      "/kunden",
      "/kunden/1.png",
      "/api/auth/session",
      "/_next/data/x/kunden.json",
      "/_next/staticx",
      "/api/portal/imports/1/check",
      "/api/portal/importsx",
      "/api/portal/contracts/1/documents/withdrawal",
      "/api/portal/contracts/documents",
      "/x/api/portal/imports",
    ]) {
      expect(path).toMatch(pattern);
    }
    expect("/_next/static/chunks/a.js").not.toMatch(pattern);
    // A file that is larger than 10 MB would arrive cut.
    expect("/api/portal/imports").not.toMatch(pattern);
    expect("/api/v1/imports").not.toMatch(pattern);
    expect("/api/portal/contracts/1/documents").not.toMatch(pattern);
  });
});
