import { apiRoute } from "@/lib/auth/api-route";
import { now, today } from "@/lib/clock";
import * as operations from "@/lib/public-api/operations";
import { recordNotice } from "@/lib/use-cases/record-notice";

export const POST = apiRoute(operations.createNotice, async ({ viewer, id, body }) => {
  const { receivedOn, channel, note } = body;
  const input = {
    contractId: id,
    receivedOn,
    channel,
    kind: "notice" as const,
    ...(note === undefined ? {} : { note }),
  };
  const recorded = await recordNotice(viewer, input, today(), now());
  if (typeof recorded === "string" || !("noticeId" in recorded)) return recorded;
  return { body: recorded };
});
