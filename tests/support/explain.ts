import type { Tx } from "@/db/tenant";

/** A node of PostgreSQL's plan, as `explain (analyze, format json)` tells it. */
export interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly PlanNode[];
}

interface Client {
  unsafe(text: string, parameters?: unknown[], options?: object): Promise<Record<string, unknown>[]>;
}

/**
 * Runs `work` with each of its queries explained in place of being asked (they find nothing), with the very text and parameters that the
 * portal sends, under the very role. The plans, in order.
 */
export async function plansOf(tx: Tx, work: (tx: Tx) => Promise<unknown>): Promise<PlanNode[]> {
  const { client } = (tx as unknown as { session: { client: Client } }).session;
  const real = client.unsafe;
  const plans: PlanNode[] = [];
  client.unsafe = (text, parameters) => {
    const answer = real(`explain (analyze, format json) ${text}`, parameters).then((rows) => {
      for (const row of rows) for (const { Plan } of row["QUERY PLAN"] as { Plan: PlanNode }[]) plans.push(Plan);
      return [];
    });
    return Object.assign(answer, { values: () => answer });
  };
  try {
    await work(tx);
  } finally {
    client.unsafe = real;
  }
  return plans;
}

export function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** Rows of a table that a plan touched: what it gave and what it threw away again. */
export function rowsTouched(plan: PlanNode, relation: string): number {
  return nodesOf(plan)
    .filter((node) => node["Relation Name"] === relation)
    .reduce(
      (sum, node) => sum + (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"],
      0,
    );
}

/** Rows that a plan sorted. */
export function rowsSorted(plan: PlanNode): number {
  return nodesOf(plan)
    .filter((node) => node["Node Type"].includes("Sort"))
    .flatMap((node) => node.Plans ?? [])
    .reduce((sum, node) => sum + node["Actual Rows"] * node["Actual Loops"], 0);
}

/**
 * The same, but the queries are asked as well, so that one can follow from what another found. The plans, in order.
 */
export async function plansBeside(tx: Tx, work: (tx: Tx) => Promise<unknown>): Promise<PlanNode[]> {
  const { client } = (tx as unknown as { session: { client: Client } }).session;
  const real = client.unsafe;
  const asked: { text: string; parameters: unknown[] | undefined }[] = [];
  client.unsafe = (text, parameters, options) => {
    asked.push({ text, parameters });
    return real(text, parameters, options);
  };
  try {
    await work(tx);
  } finally {
    client.unsafe = real;
  }
  const plans: PlanNode[] = [];
  for (const { text, parameters } of asked) {
    const rows = await real(`explain (analyze, format json) ${text}`, parameters);
    for (const row of rows) for (const { Plan } of row["QUERY PLAN"] as { Plan: PlanNode }[]) plans.push(Plan);
  }
  return plans;
}
