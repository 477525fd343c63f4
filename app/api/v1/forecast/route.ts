import { apiRoute } from "@/lib/auth/api-route";
import { today } from "@/lib/clock";
import { isRefusal } from "@/lib/domain/refusal";
import { forecastCsv, forecastXlsx } from "@/lib/import-export/forecast-file";
import * as operations from "@/lib/public-api/operations";
import { forecastRenewals } from "@/lib/use-cases/forecast-renewals";
import { said } from "../contracts/contract-body";

const MONTHS = 36;

/** As JSON, or as a file where `Accept` asks for one. */
export const GET = apiRoute(operations.showForecast, async ({ viewer, query, request, locale }) => {
  const { asOf = today(), months = MONTHS } = query;
  const { from = asOf.slice(0, 7) } = query;
  const answer = await forecastRenewals(viewer, { asOf, from, months });
  if (isRefusal(answer)) return answer;
  const accepts = request.headers.get("accept") ?? "";
  const type = [operations.XLSX, operations.CSV].find((each) => accepts.includes(each));
  if (type === undefined) {
    const { rows, totals, assumptions, unknownContractIds } = answer;
    return { body: { rows: [...rows], totals, assumptions: said(assumptions, locale), unknownContractIds } };
  }
  const isXlsx = type === operations.XLSX;
  const headers = {
    "content-type": isXlsx ? type : `${type}; charset=utf-8`,
    "content-disposition": `attachment; filename="forecast-${asOf}.${isXlsx ? "xlsx" : "csv"}"`,
    "cache-control": "private, no-store, no-transform",
  };
  return { response: new Response((isXlsx ? forecastXlsx : forecastCsv)(answer.rows), { headers }) };
});
