import { checkReadiness } from "@/lib/use-cases/check-readiness";

/** Whether requests should be sent here: 200, or 503 with what is missing. */
export async function GET(): Promise<Response> {
  const checks = await checkReadiness();
  const isReady = checks.database && checks.migrations;
  return Response.json(
    { status: isReady ? "ready" : "not ready", checks },
    { status: isReady ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}

export const dynamic = "force-dynamic";
