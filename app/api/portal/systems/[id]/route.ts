import { z } from "zod";
import { done, type Fault } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import type { FigureDifference } from "@/lib/domain/system-figures";
import { changeSystem, type SystemConflict } from "@/lib/use-cases/change-system";
import { wholeField } from "../../fields";
import { changeOf, fieldOf, figureFields } from "./figure-fields";

const schema = z.strictObject({ version: wholeField, ...figureFields });

/** Saves the figures of a system: users, release, and how it is used. */
export const POST = route({ task: "change-system", schema }, async ({ viewer, input, params }) => {
  const { version, ...fields } = input;
  const systemId = params.id ?? "";
  const outcome = await changeSystem(viewer, { systemId, version, change: changeOf(fields) }, today(), now());
  if (outcome === "not-found") return outcome;
  if (isRefusal(outcome)) return outcome.path === undefined ? outcome : { ...outcome, path: fieldOf(outcome.path) };
  if ("conflict" in outcome) return conflictFault(outcome);
  const weiter = `/anlagen/${systemId}?getan=gespeichert`;
  return done({ ...outcome, weiter }, { weiter });
});

/** Somebody else was faster (409): each figure that differs, with what is stored and what was wanted. */
function conflictFault({ byName, differences }: SystemConflict): Fault {
  return {
    status: 409,
    code: "system-changed",
    params: byName === null ? {} : { byName },
    fields: differences.map(({ path, from, to }) => ({
      path: fieldOf(path),
      code: "figure-differs",
      params: { figure: path, stored: said(from), wanted: said(to) },
    })),
  };
}

function said(value: FigureDifference["from"]): string | number {
  if (value === null) return "unknown";
  return typeof value === "boolean" ? (value ? "yes" : "no") : value;
}
