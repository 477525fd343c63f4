/** The process answers. Without a key and without the database, so that an outage there restarts nothing here. */
export function GET(): Response {
  return Response.json({ status: "live" }, { headers: { "Cache-Control": "no-store" } });
}

export const dynamic = "force-dynamic";
