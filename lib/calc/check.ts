import { violationsOf } from "@/lib/domain/prerequisites";
import type { SystemUsage } from "@/lib/domain/prerequisites-rules";
import type { Reason } from "@/lib/domain/reason";
import { isRefusal } from "@/lib/domain/refusal";
import { sentence } from "@/lib/format/reasons";
import type { Fields } from "./fields";
import { type Operation, said } from "./operation";
import { prerequisites, readHoldings, SYSTEM_VENDOR } from "./systems";

const usageNames = new Set([...prerequisites.usageFlags, ...prerequisites.usageCounts]);

/** `check`: may these licences stand together? `ok` is false with violations, and every one of them is named. */
export const check: Operation = {
  fields: ["vendor", "system", "usage"],
  answer(request) {
    request.oneOf("vendor", [SYSTEM_VENDOR]);
    const system = readHoldings(request, "system", 0);
    const usage = readUsage(request);
    if (request.fault) return request.fault;
    const found = violationsOf(prerequisites, system, usage);
    if (isRefusal(found)) return found;
    return {
      ok: found.violations.length === 0,
      violations: found.violations.map((violation) => ({
        sku: violation.sku,
        kind: violation.kind,
        ...worded(violation),
      })),
      recommendations: found.recommendations.map((advice) => ({
        sku: advice.sku,
        advisedQuantity: advice.advisedQuantity,
        ...worded(advice),
      })),
      assumptions: said(found.assumptions),
      hints: said(found.hints),
      explanation: said(found.derivation),
    };
  },
};

function readUsage(request: Fields): SystemUsage {
  if (!request.has("usage")) return {};
  const fields = request.object("usage");
  fields.only(usageNames);
  const usage: Record<string, boolean | number> = {};
  for (const flag of prerequisites.usageFlags) if (fields.has(flag)) usage[flag] = fields.flag(flag);
  for (const count of prerequisites.usageCounts) {
    if (fields.has(count)) usage[count] = fields.whole(count, 0, Number.MAX_SAFE_INTEGER);
  }
  return usage;
}

function worded(reason: Reason): { code: string; message: string; source?: string } {
  const message = sentence(reason, "de");
  const { code, source } = reason;
  return source === undefined ? { code, message } : { code, message, source: `${source.document}, ${source.clause}` };
}
