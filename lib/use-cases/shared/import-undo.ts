import { v7 as uuidv7 } from "uuid";
import { lockQueue } from "@/db/queries/derived-decisions";
import {
  builtOn,
  type EffectRow,
  effectsOf,
  endPositions,
  insertWithdrawals,
  purchasesByIds,
} from "@/db/queries/import-effects";
import { expectManyRows, insertEstate, updateEstate } from "@/db/queries/import-estate";
import { noticeContracts } from "@/db/queries/import-notices";
import { importById, removeChunks } from "@/db/queries/imports";
import { type Tx, withTenantId } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import { type Refusal, refuse } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import { deriveAll } from "./import-commit";
import { MANY } from "./import-compare";
import type { ImportJob, JobOutcome } from "./import-job";
import { recordChanges } from "./record-change";

class Refused extends Error {
  override readonly name = "Refused";
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/**
 * The work of taking an import back: what it made is withdrawn by further records, what it changed gets its values from before, in one
 * transaction. Refused while anything was built on it. Nothing is deleted.
 */
export async function undoEstate(job: ImportJob, viewer: Viewer, today: Day, now: Date): Promise<JobOutcome> {
  const { resellerId, importId } = job;
  try {
    await withTenantId(resellerId, async (tx) => {
      await lockQueue(tx, resellerId, "alone");
      const row = await importById(tx, resellerId, importId);
      const built = Object.values(await builtOn(tx, resellerId, importId)).reduce((sum, count) => sum + count, 0);
      if (built > 0) throw new Refused(refuse("import-built-on", { count: built }));
      const effects = await effectsOf(tx, resellerId, importId);
      if (effects.length > MANY) await expectManyRows(tx);
      job.report({ phase: "writing", done: 0, total: effects.length });
      await takeBack(tx, job, effects, viewer, today, now);
      const customerIds = [...new Set(effects.flatMap(({ customerId }) => customerId ?? []))];
      await deriveAll(tx, job, customerIds, today);
      await recordChanges(tx, viewer, [
        {
          action: "import-undone",
          subject: { type: "import", id: importId },
          after: {
            fileName: row?.fileName ?? "",
            rowsWithdrawn: effects.filter(({ before }) => before === null).length,
          },
          at: now,
        },
      ]);
      await removeChunks(tx, resellerId, importId);
      await job.end(tx, { state: "undone", undoneByName: viewer.name, undoneAt: now });
    });
    return "ended";
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

const withdrawable = ["customer", "system", "licence", "purchase", "contract", "term"] as const;
type Withdrawable = (typeof withdrawable)[number];

async function takeBack(
  tx: Tx,
  { resellerId, importId }: ImportJob,
  effects: readonly EffectRow[],
  viewer: Viewer,
  today: Day,
  now: Date,
): Promise<void> {
  const made = effects.filter(({ before }) => before === null);
  const of = (type: EffectRow["subjectType"]) => made.filter(({ subjectType }) => subjectType === type);
  // What is replaced comes back as a row of its own: a withdrawal stands for ever.
  const replaced = effects.filter(({ subjectType, before }) => subjectType === "purchase" && before !== null);
  const returned = await purchasesByIds(
    tx,
    resellerId,
    replaced.map(({ subjectId }) => subjectId),
  );
  const by = { recordedBy: viewer.personId, recordedAt: now };
  const noRows = { customers: [], systems: [], licences: [], contracts: [], positions: [], terms: [] };
  const ownContracts = new Set(of("contract").map(({ subjectId }) => subjectId));
  const notices = await noticeContracts(
    tx,
    resellerId,
    of("notice").map(({ subjectId }) => subjectId),
  );
  await insertEstate(tx, resellerId, {
    ...noRows,
    purchases: returned.map(({ resellerId: _, ...row }) => ({ ...row, id: uuidv7(), ...by })),
    // A notice on a contract that stays is withdrawn; one on a contract that goes, goes with it.
    notices: notices
      .filter(({ contractId }) => !ownContracts.has(contractId))
      .map(({ id, customerId, contractId }) => ({
        id: uuidv7(),
        customerId,
        contractId,
        kind: "withdrawal" as const,
        noticeId: id,
        receivedOn: today,
        channel: "unknown" as const,
        ...by,
      })),
  });
  await endPositions(
    tx,
    resellerId,
    of("position").map(({ subjectId }) => subjectId),
  );
  await restore(tx, resellerId, effects);
  await insertWithdrawals(
    tx,
    made.flatMap(({ subjectType, subjectId, customerId }) =>
      customerId !== null && (withdrawable as readonly string[]).includes(subjectType)
        ? [
            {
              resellerId,
              id: uuidv7(),
              customerId,
              subjectType: subjectType as Withdrawable,
              subjectId,
              reason: "Import rückgängig gemacht",
              importId,
              ...by,
              recordedByName: viewer.name,
            },
          ]
        : [],
    ),
  );
}

/** Values from before, on rows that are still as the import left them. */
async function restore(tx: Tx, resellerId: string, effects: readonly EffectRow[]): Promise<void> {
  const changed = (type: EffectRow["subjectType"]) =>
    effects.flatMap(({ subjectType, subjectId, before, version }) =>
      subjectType === type && before !== null ? [{ id: subjectId, version, set: before }] : [],
    );
  const done = await updateEstate(tx, resellerId, {
    customers: changed("customer"),
    systems: changed("system"),
    licences: changed("licence"),
    contracts: changed("contract"),
    positions: changed("position"),
  });
  if (!done) throw new Refused(refuse("import-changed-meanwhile"));
}
