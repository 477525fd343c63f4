import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { now } from "@/lib/clock";
import { may, type Task, type Viewer } from "@/lib/domain/viewer";
import { ownPath } from "./origin";
import { PATH_HEADER } from "./proxy-headers";
import { SESSION_COOKIE, viewerOfToken } from "./session";

/** Who is asking for this page, looked up once per request; null when nobody is signed in. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  return viewerOfToken(token, now());
});

/**
 * The viewer, who may do the task. Whoever is not signed in is sent to sign in and comes back; a role that may not gets the page of what
 * does not exist. Every page calls it before it asks for anything else.
 */
export async function requireViewer(task: Task): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer === null) {
    const path = ownPath((await headers()).get(PATH_HEADER));
    redirect(path === "/" ? "/anmelden" : `/anmelden?weiter=${encodeURIComponent(path)}`);
  }
  if (!may(viewer, task)) notFound();
  return viewer;
}
