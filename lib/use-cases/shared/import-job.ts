import { v7 as uuidv7 } from "uuid";
import { beat, claimImport, endJob } from "@/db/queries/imports";
import type { ImportProgress, ImportState } from "@/db/schema-imports";
import { type Tx, withTenantId } from "@/db/tenant";
import { isRefusal, type Refusal, refuse } from "@/lib/domain/refusal";

/** Work on an import that takes longer than a request may. */
export interface ImportJob {
  readonly resellerId: string;
  readonly importId: string;
  /** Notes how far the work is; told to the database now and then, so that it may be called for every row. */
  report(progress: ImportProgress): void;
  /** Ends the job in the transaction that holds what it did; throws, so that nothing is kept, where the job was taken for dead. */
  end(tx: Tx, set: Parameters<typeof endJob>[4]): Promise<void>;
}

/** What the work comes back with: it has ended the job itself, or says why it came to nothing. */
export type JobOutcome = "ended" | Refusal;

interface Steps {
  /** The states in which the work may begin, the one it stands in while it lasts, and the one it goes back to if it comes to nothing. */
  readonly from: readonly ImportState[];
  readonly during: ImportState;
  readonly back: ImportState;
}

export const checkSteps: Steps = { from: ["uploaded", "checked"], during: "checking", back: "uploaded" };
export const commitSteps: Steps = { from: ["checked"], during: "committing", back: "checked" };
export const undoSteps: Steps = { from: ["committed"], during: "undoing", back: "committed" };

const BEAT_MS = 1_500;

class JobLost extends Error {
  override readonly name = "JobLost";
}

/** Tells of a failure that nobody waits for; the values of statements stay out of the log. */
export type OnFailure = (error: unknown) => void;

/**
 * Begins the work and does not wait for it; `finished` does. Refused (`import-not-ready`) where the import stands in no state for it. The work
 * lives in this process: if that ends, its transaction is rolled back, its heart stands still, and it can be begun again.
 */
export async function beginJob(
  resellerId: string,
  importId: string,
  steps: Steps,
  work: (job: ImportJob) => Promise<JobOutcome>,
  onFailure: OnFailure,
): Promise<{ readonly finished: Promise<JobOutcome> } | Refusal> {
  const jobId = uuidv7();
  const claimed = await withTenantId(resellerId, (tx) =>
    claimImport(tx, resellerId, importId, steps.from, steps.during, jobId),
  );
  if (!claimed) return refuse("import-not-ready");
  return { finished: run(resellerId, importId, jobId, steps, work, onFailure) };
}

async function run(
  resellerId: string,
  importId: string,
  jobId: string,
  { back }: Steps,
  work: (job: ImportJob) => Promise<JobOutcome>,
  onFailure: OnFailure,
): Promise<JobOutcome> {
  let progress: ImportProgress | null = null;
  let telling = false;
  const heart = setInterval(() => {
    if (telling) return;
    telling = true;
    withTenantId(resellerId, (tx) => beat(tx, resellerId, importId, jobId, progress))
      // A database that is away is noticed by the work itself.
      .catch(() => false)
      .finally(() => {
        telling = false;
      });
  }, BEAT_MS);
  const job: ImportJob = {
    resellerId,
    importId,
    report: (now) => {
      progress = now;
    },
    end: async (tx, set) => {
      if (!(await endJob(tx, resellerId, importId, jobId, set)))
        throw new JobLost("Another job has taken the import over.");
    },
  };
  try {
    const outcome = await work(job);
    if (isRefusal(outcome)) await giveBack(resellerId, importId, jobId, back, outcome);
    return outcome;
  } catch (error) {
    onFailure(error);
    const refusal = refuse("import-failed");
    // Where even that fails, the heart stands still and the import can be taken again.
    await giveBack(resellerId, importId, jobId, back, refusal).catch(() => {});
    return refusal;
  } finally {
    clearInterval(heart);
  }
}

async function giveBack(
  resellerId: string,
  importId: string,
  jobId: string,
  state: ImportState,
  { code, params }: Refusal,
): Promise<void> {
  await withTenantId(resellerId, (tx) => endJob(tx, resellerId, importId, jobId, { state, refusal: { code, params } }));
}

/** Lets others have their turn: readers of pages wait for no import. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
