import { z } from "zod";
import { done } from "@/lib/auth/answers";
import { type RouteHandler, route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { archiveRecord } from "@/lib/use-cases/archive-record";
import { restoreRecord } from "@/lib/use-cases/restore-record";
import { textField } from "./fields";

const schema = z.strictObject({ act: z.enum(["archive", "restore"]), reason: textField.default("") });

const pages = { customer: "kunden", system: "anlagen", contract: "vertraege" } as const;

/** Puts a record of a kind away, or takes it out of the archive again. */
export function archiveRoute(type: keyof typeof pages): RouteHandler {
  return route({ task: "capture-estate", schema, keepsTyped: true }, async ({ viewer, input, params }) => {
    const { act, reason } = input;
    const id = params.id ?? "";
    const moved = await (act === "archive" ? archiveRecord : restoreRecord)(
      viewer,
      { type, id, reason },
      today(),
      now(),
    );
    if (moved === "not-found" || isRefusal(moved)) return moved;
    const weiter =
      act === "restore"
        ? `/${pages[type]}/${id}?getan=wiederhergestellt`
        : type === "customer"
          ? "/kunden/archiv?getan=archiviert"
          : `/kunden/${moved.customerId}?getan=archiviert#archiv`;
    return done({ ...moved, weiter }, { weiter });
  });
}
