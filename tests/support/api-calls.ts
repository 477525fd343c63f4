import { POST as calculate } from "@/app/api/v1/calc/route";
import * as noticesRoute from "@/app/api/v1/contracts/[id]/notices/route";
import * as contractRoute from "@/app/api/v1/contracts/[id]/route";
import * as contractsRoute from "@/app/api/v1/contracts/route";
import * as customerRoute from "@/app/api/v1/customers/[id]/route";
import * as customersRoute from "@/app/api/v1/customers/route";
import * as deadlinesRoute from "@/app/api/v1/deadlines/route";
import * as forecastRoute from "@/app/api/v1/forecast/route";
import { POST as importEstate } from "@/app/api/v1/imports/route";
import * as licencesRoute from "@/app/api/v1/licences/route";
import * as systemsRoute from "@/app/api/v1/systems/route";
import { newApiKey } from "@/lib/auth/api-key";
import type { ApiScope } from "@/lib/domain/api-scopes";
import { isRefusal } from "@/lib/domain/refusal";
import type { Viewer } from "@/lib/domain/viewer";
import type { Operation } from "@/lib/public-api/operation";
import { operations } from "@/lib/public-api/operations";
import { createApiKey } from "@/lib/use-cases/create-api-key";

type Handler = (request: Request, context: { params: Promise<{ id?: string }> }) => Promise<Response>;
export const apiHandlers: Readonly<Record<string, Handler>> = {
  listCustomers: customersRoute.GET,
  createCustomer: customersRoute.POST,
  showCustomer: customerRoute.GET,
  changeCustomer: customerRoute.PATCH,
  listSystems: systemsRoute.GET,
  createSystem: systemsRoute.POST,
  listLicences: licencesRoute.GET,
  createLicence: licencesRoute.POST,
  listContracts: contractsRoute.GET,
  createContract: contractsRoute.POST,
  showContract: contractRoute.GET,
  createNotice: noticesRoute.POST,
  listDeadlines: deadlinesRoute.GET,
  showForecast: forecastRoute.GET,
  importEstate,
  calculate,
};

/** A key of the reseller, as it is shown once; also its name. */
export async function makeApiKey(viewer: Viewer, scopes: readonly ApiScope[]): Promise<string> {
  const made = newApiKey();
  const { prefix, keyHash } = made;
  const created = await createApiKey(viewer, { name: made.key, scopes, prefix, keyHash }, new Date());
  if (isRefusal(created)) throw new Error(created.code);
  return made.key;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: Record<string, never> & { items: { id: string }[]; errors: { path: string; message: string }[] };
  readonly headers: Headers;
}

const isBytes = (body: unknown): body is string | FormData | Uint8Array<ArrayBuffer> =>
  typeof body === "string" || body instanceof FormData || body instanceof Uint8Array;

/** Calls an operation as a program does, at its route. */
export async function callApi(
  as: string,
  id: string,
  {
    body,
    query = "",
    object,
    headers = {},
  }: { body?: unknown; query?: string; object?: string; headers?: Record<string, string> } = {},
): Promise<ApiAnswer> {
  const of = (operations as readonly Operation[]).find((each) => each.id === id);
  const handler = apiHandlers[id];
  if (of === undefined || handler === undefined) throw new Error(id);
  const path = `/api/v1${of.path.replace("{id}", object ?? "")}${query}`;
  const response = await handler(
    new Request(`http://localhost:3000${path}`, {
      method: of.method,
      headers: {
        ...(as === "" ? {} : { authorization: `Bearer ${as}` }),
        ...(body === undefined || body instanceof FormData ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isBytes(body) ? body : JSON.stringify(body) }),
    }),
    { params: Promise.resolve(object === undefined ? {} : { id: object }) },
  );
  const text = await response.text();
  return { status: response.status, body: text === "" ? {} : JSON.parse(text), headers: response.headers } as ApiAnswer;
}
