import { z } from "zod";
import { done, type Outcome } from "@/lib/auth/answers";
import type { RouteCall } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { archiveRecord } from "@/lib/use-cases/archive-record";
import { restoreRecord } from "@/lib/use-cases/restore-record";
import { textField } from "./fields";

export const archiveFields = z.strictObject({ act: z.enum(["archive", "restore"]), reason: textField.default("") });

const pages = { customer: "kunden", system: "anlagen", contract: "vertraege" } as const;

/** Puts a record of a kind away, or takes it out of the archive again. */
export async function moveRecord(
  type: keyof typeof pages,
  { viewer, input, params }: RouteCall<Viewer, z.infer<typeof archiveFields>>,
): Promise<Outcome> {
  const { act, reason } = input;
  const id = params.id ?? "";
  const move = act === "archive" ? archiveRecord : restoreRecord;
  const moved = await move(viewer, { type, id, reason }, today(), now());
  if (moved === "not-found" || isRefusal(moved)) return moved;
  const weiter =
    act === "restore"
      ? `/${pages[type]}/${id}?getan=wiederhergestellt`
      : type === "customer"
        ? "/kunden/archiv?getan=archiviert"
        : `/kunden/${moved.customerId}?getan=archiviert#archiv`;
  return done({ ...moved, weiter }, { weiter });
}
