import { done } from "@/lib/auth/answers";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal, isRefusals } from "@/lib/domain/refusal";
import { createContract } from "@/lib/use-cases/create-contract";
import { inFormWords } from "../../../fields";
import { formNameOf } from "../article-field";
import { contractFields, contractOf } from "../contract-fields";

/** Records a contract with its position. */
export const POST = route(
  { task: "capture-estate", schema: contractFields, keepsTyped: true },
  async ({ viewer, input, params }) => {
    const contract = contractOf(params.id ?? "", input);
    const created = inFormWords(await createContract(viewer, contract, today(), now()), formNameOf);
    if (created === "not-found" || isRefusal(created) || isRefusals(created)) return created;
    const weiter = `/vertraege/${created.contractId}?getan=erfasst`;
    return done({ contractId: created.contractId, weiter }, { status: 201, weiter });
  },
);
