import { ReadableStream } from "node:stream/web";

/** What came of reading a request's body. */
export type BodyAnswer =
  | { readonly kind: "read"; readonly value: unknown; readonly isForm: boolean }
  | { readonly kind: "too-large" }
  | { readonly kind: "malformed" }
  | { readonly kind: "wrong-type" };

/** Says what is wrong with a body that cannot be read to its end. */
class BodyFault extends Error {
  constructor(readonly kind: "too-large" | "malformed") {
    super(kind);
  }
}

/**
 * The body in the pieces in which it comes, at most `maxBytes` of it; the rest of a larger one is not waited for, whatever its `Content-Length`
 * says. Up to `drainBytes` it is read and thrown away: a browser that is still sending would show a broken connection and not the answer.
 */
async function* partsOf(request: Request, maxBytes: number, drainBytes = 0): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const most = Math.max(maxBytes, drainBytes);
  const declared = request.headers.get("content-length");
  if (declared !== null && Number(declared) > most) throw new BodyFault("too-large");
  if (request.body === null) return;
  const reader = request.body.getReader();
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new BodyFault("malformed");
    });
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      await reader.cancel().catch(() => {});
      break;
    }
    if (size <= maxBytes) yield value;
  }
  if (size > maxBytes) throw new BodyFault("too-large");
}

async function bytesOf(request: Request, maxBytes: number): Promise<Uint8Array | "too-large" | "malformed"> {
  const parts: Uint8Array[] = [];
  try {
    for await (const part of partsOf(request, maxBytes)) parts.push(part);
  } catch (error) {
    if (error instanceof BodyFault) return error.kind;
    throw error;
  }
  return Buffer.concat(parts);
}

/** A form's fields as an object; a name that occurs more than once becomes a list. */
function fieldsOf(form: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(form)) {
    const before = fields[name];
    fields[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return { ...fields };
}

const mediaType = (request: Request): string | undefined =>
  (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();

/** Reads a JSON body as its text, for whoever must see numbers as they were written. */
export async function readJsonText(request: Request, maxBytes: number): Promise<BodyAnswer> {
  if (mediaType(request) !== "application/json") return { kind: "wrong-type" };
  const bytes = await bytesOf(request, maxBytes);
  if (typeof bytes === "string") return { kind: bytes };
  try {
    return { kind: "read", value: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isForm: false };
  } catch {
    return { kind: "malformed" };
  }
}

/** Reads a JSON or form body, strictly UTF-8. An empty body is an empty object. */
export async function readBody(request: Request, maxBytes: number): Promise<BodyAnswer> {
  const type = mediaType(request);
  const isForm = type === "application/x-www-form-urlencoded";
  const bytes = await bytesOf(request, maxBytes);
  if (typeof bytes === "string") return { kind: bytes };
  if (bytes.byteLength === 0 && (type === "" || isForm || type === "application/json")) {
    return { kind: "read", value: {}, isForm };
  }
  if (!isForm && type !== "application/json") return { kind: "wrong-type" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { kind: "read", value: isForm ? fieldsOf(text) : JSON.parse(text), isForm };
  } catch {
    return { kind: "malformed" };
  }
}

/** Whether a browser sent the form by itself and shows what comes back: it is then answered with a page, not with JSON. */
export function isNativePost(request: Request): boolean {
  const type = (request.headers.get("content-type") ?? "").toLowerCase();
  const accepts = request.headers.get("accept") ?? "";
  return !type.startsWith("application/json") && accepts.includes("text/html");
}

/** A file as a form sends it, with the form's other fields. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a form needs beside its file. */
const FORM_BYTES = 64 * 1024;

/**
 * Reads a form with one file in the field `file`. The file is there whole or not at all: a body that is shorter or longer than it says is
 * malformed, as is one whose last part does not end.
 */
export async function readUpload(request: Request, maxBytes: number): Promise<BodyAnswer> {
  if (mediaType(request) !== "multipart/form-data") return { kind: "wrong-type" };
  const declared = request.headers.get("content-length");
  let size = 0;
  async function* counted() {
    for await (const part of partsOf(request, maxBytes + FORM_BYTES, 4 * maxBytes)) {
      size += part.byteLength;
      yield part;
    }
  }
  try {
    const headers = { "content-type": request.headers.get("content-type") ?? "" };
    // Passed on as it comes: a copy of the whole less.
    const form = await new Response(ReadableStream.from(counted()) as unknown as BodyInit, { headers }).formData();
    if (declared !== null && Number(declared) !== size) return { kind: "malformed" };
    const fields: Record<string, unknown> = {};
    for (const [name, value] of form) {
      if (typeof value === "string") fields[name] = value;
      else if (value.size > maxBytes) return { kind: "too-large" };
      else fields[name] = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) } satisfies Upload;
    }
    return { kind: "read", value: fields, isForm: true };
  } catch (error) {
    return { kind: error instanceof BodyFault ? error.kind : "malformed" };
  }
}

/** A file that is the body itself, of one of these media types, or the field `file` of a form. */
export async function readFileBody(request: Request, types: readonly string[], maxBytes: number): Promise<BodyAnswer> {
  const type = mediaType(request) ?? "";
  if (type === "multipart/form-data") {
    const form = await readUpload(request, maxBytes);
    if (form.kind !== "read") return form;
    const { file, ...others } = form.value as { readonly file?: unknown };
    const isOne = typeof file === "object" && file !== null && Object.keys(others).length === 0;
    return isOne ? { kind: "read", value: file, isForm: true } : { kind: "malformed" };
  }
  if (!types.includes(type)) return { kind: "wrong-type" };
  const bytes = await bytesOf(request, maxBytes);
  if (typeof bytes === "string") return { kind: bytes };
  const declared = request.headers.get("content-length");
  if (declared !== null && Number(declared) !== bytes.byteLength) return { kind: "malformed" };
  return { kind: "read", value: { name: "", bytes } satisfies Upload, isForm: false };
}
