import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A folder whose database holds made-up people with printed passwords says so, and is never served as production. */
const markIn = (folder: string) => path.join(folder, "demo");

export const isDemoFolder = (folder: string): boolean => existsSync(markIn(folder));

export function markAsDemo(folder: string): void {
  writeFileSync(markIn(folder), "This folder holds the demonstration's data. Its accounts have printed passwords.\n");
}
