import { apiUploadRoute } from "@/lib/auth/api-upload-route";
import { now, today } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { tableLimits } from "@/lib/import-export/table";
import { importEstate } from "@/lib/public-api/operations";
import { importAtOnce } from "@/lib/use-cases/import-at-once";
import { importBody } from "./import-body";

/** The same as the page does in steps, at once. Lies outside of the proxy, which lets only the first 10 MB of a body through. */
export const POST = apiUploadRoute(importEstate, tableLimits.bytes, async ({ viewer, query, file, locale }) => {
  const { dryRun = false, partial = false } = query;
  let failure: unknown;
  const named = { ...file, name: file.name === "" ? "API" : file.name };
  const outcome = await importAtOnce(viewer, named, { dryRun, partial }, today(), now(), (error) => {
    failure = error;
  });
  // What is nobody's fault but the portal's is no refusal to a program.
  if (failure !== undefined) throw failure;
  if (isRefusal(outcome)) return outcome;
  const body = importBody(outcome, locale);
  const isKeptOut = !dryRun && !partial && outcome.counts.rejected > 0;
  if (!isKeptOut) return { body };
  const errors = body.rejectedRows.map(({ line, field, message }) => ({ path: `${line}.${field}`, message }));
  const fault = { status: 422, code: "import-has-rejected", params: { count: outcome.counts.rejected } };
  return { fault, more: { errors, ...body } };
});
