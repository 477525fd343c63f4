import { apiRoute } from "@/lib/auth/api-route";
import { today } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import * as operations from "@/lib/public-api/operations";
import { listDeadlines } from "@/lib/use-cases/list-deadlines";

export const GET = apiRoute(operations.listDeadlines, async ({ viewer, query }) => {
  const page = await listDeadlines(viewer, query, today());
  if (isRefusal(page)) return { status: 503, code: page.code, headers: { "retry-after": "5" } };
  return { body: page };
});
