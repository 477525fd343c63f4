import { z } from "zod";
import { problem } from "./fields";
import type { Operation } from "./operation";
import { operations } from "./operations";

/** Statuses that every operation can answer with a problem. */
const problems: Readonly<Record<string, string>> = {
  "400": "The request cannot be read, or fields are wrong; `errors` names each.",
  "401": "No key, or one that is unknown or revoked.",
  "403": "The key lacks the scope.",
  "429": "Too many requests; `Retry-After` says when to go on.",
  "503": "For a moment the data cannot be reached; `Retry-After` says when to go on.",
};
const withId = { "404": "There is no such object, or none that the key may see." };
const withBody = {
  "409": "Somebody else has changed it meanwhile, or the idempotency key was used for something else.",
  "413": "The body is too large.",
  "415": "The body is of another media type than the operation takes.",
  "422": "The rules do not allow it; `errors` names the fields.",
};

const schemaOf = (schema: z.ZodType, io: "input" | "output"): unknown => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: "draft-2020-12", unrepresentable: "any" });
  return rest;
};

/** The OpenAPI 3.1 document, made of the schemas that check the requests. */
export function openApiDocument(origin: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const each of operations as readonly Operation[]) {
    const methods = paths[each.path] ?? {};
    methods[each.method.toLowerCase()] = operationObject(each);
    paths[each.path] = methods;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Lizenzkontor",
      version: "1",
      description:
        "Customers, systems, licences, contracts, their deadlines and what falls due. Amounts are whole euro cents, net; days are YYYY-MM-DD; null is unknown.",
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer", description: "A key of the API, `lk_...`." } },
      schemas: { Problem: schemaOf(problem, "output") },
    },
  };
}

function operationObject(of: Operation): Record<string, unknown> {
  const { id, summary, scope, body, answer, status, files = [], takes } = of;
  const isWithBody = body !== null || takes !== undefined;
  const isWrite = of.method !== "GET" && of.scope === "write";
  const answers = { ...problems, ...(of.path.includes("{id}") ? withId : {}), ...(isWithBody ? withBody : {}) };
  const binary = { schema: { type: "string", contentEncoding: "binary" } };
  return {
    operationId: id,
    summary: summary.en,
    description: `${summary.de}\n\nScope: \`${scope}\`.`,
    parameters: [...pathParameters(of), ...queryParameters(of.query), ...(isWrite ? [idempotencyParameter] : [])],
    ...(isWithBody ? { requestBody: { required: true, content: contentOf(of) } } : {}),
    responses: {
      [status]: {
        description: summary.en,
        content: {
          "application/json": { schema: schemaOf(answer, "output") },
          ...Object.fromEntries(files.map((type) => [type, binary])),
        },
      },
      ...Object.fromEntries(
        Object.entries(answers).map(([code, description]) => [
          code,
          {
            description,
            content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
          },
        ]),
      ),
    },
  };
}

function contentOf({ body, takes = [], example }: Operation): Record<string, unknown> {
  if (body !== null)
    return { "application/json": { schema: schemaOf(body, "input"), ...(example === undefined ? {} : { example }) } };
  const form = { type: "object", properties: { file: { type: "string", format: "binary" } }, required: ["file"] };
  return { ...Object.fromEntries(takes.map((type) => [type, {}])), "multipart/form-data": { schema: form } };
}

const idempotencyParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "1 to 255 characters. The same key with the same request gets the same answer and has one effect.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

function pathParameters({ path }: Operation): unknown[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string", format: "uuid" },
  }));
}

function queryParameters(query: z.ZodType): unknown[] {
  const schema = schemaOf(query, "input") as {
    readonly properties?: Record<string, { readonly description?: string }>;
  };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = property;
    return { name, in: "query", required: false, ...(description === undefined ? {} : { description }), schema: rest };
  });
}
