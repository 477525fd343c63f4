import { describe, expect, it } from "vitest";
import de from "@/lib/i18n/messages/de.json";
import en from "@/lib/i18n/messages/en.json";

type Tree = { readonly [key: string]: string | Tree };

/** Every message by its path. */
function leaves(tree: Tree, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string" ? [[`${path}${key}`, value] as const] : [...leaves(value, `${path}${key}.`)],
    ),
  );
}

/** What a message takes: arguments (`{count`) and tags (`<end>`). A brace within an argument opens a branch, one within that an argument. */
function slots(message: string): string[] {
  const found = new Set<string>();
  let depth = 0;
  for (const [mark, tag, name] of message.matchAll(/<(\w+)>|\{\s*(\w*)|\}/g)) {
    if (tag !== undefined) found.add(`<${tag}>`);
    else if (mark === "}") depth--;
    else if (depth++ % 2 === 0 && name) found.add(name);
  }
  return [...found].sort();
}

const german = leaves(de);
const english = leaves(en);

describe("the words of the screen", () => {
  it("are there in both languages, and none is empty", () => {
    expect([...english.keys()].sort()).toEqual([...german.keys()].sort());
    expect([...german, ...english].filter(([, text]) => text.trim() === "").map(([path]) => path)).toEqual([]);
  });

  it("take the same figures in both languages", () => {
    const different = [...german].filter(([path, text]) => {
      const other = english.get(path) ?? "";
      return JSON.stringify(slots(text)) !== JSON.stringify(slots(other));
    });
    expect(different.map(([path]) => path)).toEqual([]);
  });

  it("stand in the order of their pages", () => {
    expect(Object.keys(de)).toEqual(Object.keys(de).toSorted());
    expect(Object.keys(en)).toEqual(Object.keys(de));
  });

  it("are read with the figures within their branches", () => {
    expect(
      slots("{count, plural, =0 {keine} one {# Tag ab {from}} other {# Tage}} bis {day} <link>hier</link>"),
    ).toEqual(["<link>", "count", "day", "from"]);
  });
});
