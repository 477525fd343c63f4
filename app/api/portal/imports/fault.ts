import { thrownFault } from "@/lib/auth/faults";

/** For work that goes on after its answer: what goes wrong then stands in the log under the number of the request that began it. */
export const toLog = (requestId: string) => (error: unknown) => {
  thrownFault(error, requestId);
};
