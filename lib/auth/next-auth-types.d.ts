import "next-auth/jwt";

declare module "next-auth/jwt" {
  /** The token carries the session's id and nothing that could go stale or tell something. */
  interface JWT {
    sid?: string;
  }
}

declare module "next-auth" {
  interface User {
    id: string;
    sessionId: string;
    locale: "de" | "en";
  }
}
