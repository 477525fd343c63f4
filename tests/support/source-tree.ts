import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type ESTree, parseSync } from "vite";

/** The project's own files, as the laws of the house read them: with a real parser, so that a comment or a string is no import. */

export const projectRoot = path.resolve(import.meta.dirname, "../..");

const ignoredFolders = new Set([".git", ".next", ".data", "node_modules", "test-results", "playwright-report"]);

/** Every file under the folder (or the file itself), as slash-separated paths from the project's root, sorted; `[]` if there is none. */
export function filesUnder(folder: string, root = projectRoot): string[] {
  let entries: import("node:fs").Dirent[];
  try {
    entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .flatMap((entry) => {
      const at = folder === "." ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return ignoredFolders.has(entry.name) ? [] : filesUnder(at, root);
      return [at];
    })
    .sort();
}

export const readSource = (file: string): string => readFileSync(path.join(projectRoot, file), "utf8");

export const isCode = (file: string): boolean => /\.(ts|tsx|mts|mjs|js)$/.test(file) && !file.endsWith(".d.ts");

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Erased by the compiler: it binds no room to another at run time. */
  readonly typeOnly: boolean;
}

type Node = { type: string; start: number } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** Visits each node of the tree, parents first. */
function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit);
    return;
  }
  if (!isNode(node)) return;
  visit(node);
  for (const key in node) if (key !== "type") walk(node[key], visit);
}

export interface Source {
  readonly file: string;
  readonly text: string;
  readonly program: ESTree.Program;
  /** The line (from 1) that the offset lies on. */
  lineAt(offset: number): number;
  each(visit: (node: Node) => void): void;
}

/** Parses one file; a file that does not parse is a fault and throws. */
export function parseSource(file: string, text = readSource(file)): Source {
  const lang = file.endsWith("x") ? "tsx" : "ts";
  const { program, errors } = parseSync(file, text, { lang });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return {
    file,
    text,
    program,
    lineAt: (offset) => text.slice(0, offset).split("\n").length,
    each: (visit) => walk(program, visit),
  };
}

const literal = (node: unknown): string | null => {
  if (!isNode(node)) return null;
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral") {
    const quasis = node.quasis as { value: { cooked: string } }[];
    // The fixed head of a computed path already names the room.
    return quasis[0]?.value.cooked ?? null;
  }
  return null;
};

const named = (node: unknown, name: string): boolean =>
  isNode(node) && node.type === "Identifier" && (node as Node & { name: string }).name === name;

/** Everything the file takes from elsewhere: imports, re-exports, dynamic imports, `require`, and types taken with `import()`. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  const add = (from: unknown, at: Node, typeOnly: boolean) => {
    const specifier = literal(from);
    found.push({ specifier: specifier ?? "<computed>", line: source.lineAt(at.start), typeOnly });
  };
  source.each((node) => {
    switch (node.type) {
      case "ImportDeclaration": {
        const parts = node.specifiers as { importKind?: string }[];
        const allTypes = parts.length > 0 && parts.every((part) => part.importKind === "type");
        add(node.source, node, node.importKind === "type" || allTypes);
        break;
      }
      case "ExportNamedDeclaration":
      case "ExportAllDeclaration":
        if (node.source) add(node.source, node, node.exportKind === "type");
        break;
      case "ImportExpression":
        add(node.source, node, false);
        break;
      case "TSImportType":
        add(node.source ?? node.argument, node, true);
        break;
      case "CallExpression":
        if (named(node.callee, "require")) add((node.arguments as unknown[])[0], node, false);
        break;
    }
  });
  return found;
}

/** Where an import leads: a path in the project without its ending (`lib/domain/terms`), or the package's specifier. */
export function resolveImport(file: string, specifier: string): { path: string } | { package: string } {
  if (specifier.startsWith("@/")) return { path: path.posix.normalize(specifier.slice(2)) };
  if (specifier.startsWith(".")) return { path: path.posix.join(path.posix.dirname(file), specifier) };
  return { package: specifier };
}

/** Lines on which a member of a global is read (`process.env`, `Date.now`), a bare `new Date()` made, or a method called by that name. */
export function usesOf(source: Source, what: "clock" | "environment" | "raw-sql"): number[] {
  const lines: number[] = [];
  const member = (node: Node, object: string, property: string) =>
    node.type === "MemberExpression" && named(node.object, object) && named(node.property, property);
  source.each((node) => {
    const hit =
      what === "clock"
        ? member(node, "Date", "now") ||
          (node.type === "NewExpression" && named(node.callee, "Date") && (node.arguments as unknown[]).length === 0) ||
          (node.type === "CallExpression" && named(node.callee, "Date"))
        : what === "environment"
          ? member(node, "process", "env")
          : member(node, "sql", "raw") ||
            (node.type === "CallExpression" &&
              isNode(node.callee) &&
              node.callee.type === "MemberExpression" &&
              named(node.callee.property, "unsafe"));
    if (hit) lines.push(source.lineAt(node.start));
  });
  return lines;
}

export interface ExportedFunction {
  readonly name: string;
  readonly line: number;
  readonly firstParameter: { readonly name: string; readonly type: string } | null;
}

/** Exported functions, declared or bound to a constant, with the name and type of their first parameter. */
export function exportedFunctions(source: Source): ExportedFunction[] {
  const found: ExportedFunction[] = [];
  const add = (name: string, fn: Node) => {
    const first = (fn.params as Node[])[0];
    const annotation = first?.typeAnnotation as { typeAnnotation?: Node } | undefined;
    const type = annotation?.typeAnnotation;
    found.push({
      name,
      line: source.lineAt(fn.start),
      firstParameter: first
        ? {
            name: String(first.name ?? first.type),
            type: type ? source.text.slice(type.start, type.end as unknown as number) : "",
          }
        : null,
    });
  };
  for (const node of source.program.body as unknown as Node[]) {
    if (node.type !== "ExportNamedDeclaration" || !isNode(node.declaration)) continue;
    const declaration = node.declaration;
    if (declaration.type === "FunctionDeclaration") add((declaration.id as { name: string }).name, declaration);
    if (declaration.type === "VariableDeclaration") {
      for (const { id, init } of declaration.declarations as { id: { name: string }; init: unknown }[]) {
        if (isNode(init) && /^(Arrow)?FunctionExpression$/.test(init.type)) add(id.name, init);
      }
    }
  }
  return found;
}

/** People's forms and scripts; programs with a key; either of them. */
const wrappers = ["route", "apiRoute", "apiUploadRoute", "routeForEither"];
const writingMethods = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Writing methods of a route file that are not made by the wrapper `route(...)`. */
export function bareMutations(source: Source): { method: string; line: number }[] {
  const found: { method: string; line: number }[] = [];
  for (const node of source.program.body as unknown as Node[]) {
    if (node.type !== "ExportNamedDeclaration") continue;
    const declaration = node.declaration;
    if (isNode(declaration) && declaration.type === "VariableDeclaration") {
      for (const { id, init } of declaration.declarations as { id: { name: string }; init: unknown }[]) {
        const wrapped =
          isNode(init) && init.type === "CallExpression" && wrappers.some((name) => named(init.callee as Node, name));
        if (writingMethods.has(id.name) && !wrapped) found.push({ method: id.name, line: source.lineAt(node.start) });
      }
    } else if (isNode(declaration) && declaration.type === "FunctionDeclaration") {
      const { name } = declaration.id as { name: string };
      if (writingMethods.has(name)) found.push({ method: name, line: source.lineAt(node.start) });
    }
    for (const specifier of (node.specifiers as { exported: { name: string } }[] | undefined) ?? []) {
      const { name } = specifier.exported;
      if (writingMethods.has(name)) found.push({ method: name, line: source.lineAt(node.start) });
    }
  }
  return found;
}

/** Names of the methods that a route file exports. */
export function methodsOf(source: Source): string[] {
  const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
  const names = new Set<string>();
  for (const node of source.program.body as unknown as Node[]) {
    if (node.type !== "ExportNamedDeclaration") continue;
    const declaration = node.declaration as Node | null;
    if (declaration?.type === "FunctionDeclaration") names.add((declaration.id as { name: string }).name);
    if (declaration?.type === "VariableDeclaration") {
      for (const { id } of declaration.declarations as { id: { name: string } }[]) names.add(id.name);
    }
    for (const specifier of (node.specifiers as { exported: { name: string } }[] | undefined) ?? []) {
      names.add(specifier.exported.name);
    }
  }
  return methods.filter((method) => names.has(method));
}

/** Whether the file, or a function in it, is a server action. */
export function hasServerAction(source: Source): boolean {
  let found = false;
  source.each((node) => {
    if (node.type === "ExpressionStatement" && node.directive === "use server") found = true;
  });
  return found;
}
