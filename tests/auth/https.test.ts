import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

/** Settings are read once: a portal on https is another start. */
beforeAll(() => {
  vi.stubEnv("PORTAL_ORIGIN", "https://portal.example");
  vi.resetModules();
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe("a portal on https", () => {
  it("binds its cookies to the host and to https", async () => {
    const { SESSION_COOKIE, sessionCookie, endedSessionCookie, localeCookie } = await import("@/lib/auth/session");
    const { authOptions } = await import("@/lib/auth/options");
    expect(SESSION_COOKIE).toBe("__Host-lizenzkontor.session");
    for (const line of [await sessionCookie("0198a0a0-0000-7000-8000-000000000000"), endedSessionCookie()]) {
      expect(line).toMatch(/^__Host-lizenzkontor\.session=.*; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/);
    }
    expect(localeCookie("en")).toMatch(/; Secure$/);
    for (const cookie of Object.values(authOptions().cookies ?? {})) {
      expect(cookie?.name).toMatch(/^__Host-/);
      expect(cookie?.options).toMatchObject({ httpOnly: true, secure: true, sameSite: "lax", path: "/" });
      expect(cookie?.options).not.toHaveProperty("domain");
    }
  });

  it("asks for https from then on, and knows only its own origin", async () => {
    const { NextRequest } = await import("next/server");
    const { proxy } = await import("@/proxy");
    const ask = (origin: string) =>
      proxy(new NextRequest("https://portal.example/api/portal/people", { method: "POST", headers: { origin } }));
    expect(ask("https://portal.example").headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
    expect(ask("http://portal.example").status).toBe(403);
    expect(ask("http://localhost:3000").status).toBe(403);
  });
});
