import { z } from "zod";
import { done } from "@/lib/auth/answers";
import type { Upload } from "@/lib/auth/body";
import { route } from "@/lib/auth/route";
import { now, today } from "@/lib/clock";
import { isRefusal, refuse } from "@/lib/domain/refusal";
import { tableLimits } from "@/lib/import-export/table";
import { uploadImport } from "@/lib/use-cases/upload-import";
import { dayField } from "../fields";

const schema = z.strictObject({
  what: z.enum(["estate", "prices"]).default("estate"),
  /** Of prices whose rows do not say. */
  priceKind: z.enum(["list", "purchase", "customer"]).default("list"),
  validFrom: dayField.optional(),
  file: z.custom<Upload>((value) => (value as Upload | undefined)?.bytes instanceof Uint8Array).optional(),
});

/** Takes a file in, to be read in later. Lies outside of the proxy, which lets only the first 10 MB of a body through. */
export const POST = route(
  { task: "import-estate", schema, body: "upload", maxBytes: tableLimits.bytes },
  async ({ viewer, input: { file, what, priceKind, validFrom = today() } }) => {
    if (file === undefined || (file.name === "" && file.bytes.length === 0)) return refuse("file-missing");
    const uploaded = await uploadImport(
      viewer,
      file,
      now(),
      what === "estate" ? { kind: what } : { kind: what, priceKind, validFrom },
    );
    return isRefusal(uploaded) ? uploaded : done(uploaded, { status: 201, weiter: `/import/${uploaded.importId}` });
  },
);
