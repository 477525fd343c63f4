import { v7 as uuidv7 } from "uuid";
import { insertImport, rememberedMapping } from "@/db/queries/imports";
import type { PriceRowKind } from "@/db/queries/price-rows";
import { withTenant } from "@/db/tenant";
import type { Day } from "@/lib/domain/dates";
import type { Viewer } from "@/lib/domain/viewer";
import type { SheetHead } from "@/lib/import-export/read-sheet";
import { sealFile, sha256Of, sourceKeyOf } from "./import-file";

/** What a file is about, and for prices what its rows are where they do not say themselves. */
export type FileMatter =
  | { readonly kind: "estate" }
  | { readonly kind: "prices"; readonly priceKind: PriceRowKind; readonly validFrom: Day };

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Keeps a file whose beginning was read, sealed, with what its columns mean: as the same source was understood before, else as recognised. */
export async function keepFile(
  viewer: Viewer & { readonly resellerId: string },
  file: UploadedFile,
  head: SheetHead,
  now: Date,
  matter: FileMatter = { kind: "estate" },
): Promise<string> {
  const { resellerId } = viewer;
  const { kind, ...options } = matter;
  const importId = uuidv7();
  const sourceKey = sourceKeyOf(head.header);
  await withTenant(viewer, async (tx) => {
    const remembered = await rememberedMapping(tx, resellerId, kind, sourceKey);
    const fits = remembered !== null && remembered.mapping.length === head.header.length;
    await insertImport(
      tx,
      {
        resellerId,
        id: importId,
        kind,
        options,
        fileName: nameOf(file.name),
        sizeBytes: file.bytes.length,
        sha256: sha256Of(file.bytes),
        format: { ...head.format },
        headerLine: head.headerLine,
        header: head.header.map((name) => name.slice(0, 200).toWellFormed().replaceAll("\u0000", "")),
        mapping: fits ? remembered.mapping : head.mapping,
        sourceKey,
        state: "uploaded",
        createdBy: viewer.personId,
        createdByName: viewer.name,
        createdAt: now,
      },
      sealFile(file.bytes, resellerId, importId),
    );
  });
  return importId;
}

/** A file's name without the folders that some browsers tell. */
function nameOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1)?.trim() ?? "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: signs that no name holds and no database takes
  const plain = last.replaceAll(/[\u0000-\u001f\u007f]/g, "").toWellFormed();
  return plain === "" ? "Datei" : plain.slice(0, 200);
}
