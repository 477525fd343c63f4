import * as lucide from "lucide";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Icon } from "@/components/ui/icon";
import { filesUnder, readSource } from "../support/source-tree";

const drawn = (of: lucide.IconNode) => renderToStaticMarkup(<Icon of={of} className="size-4" />);
const pathOf = (of: lucide.IconNode) => / d="([^"]*)"/.exec(drawn(of))?.[1];

describe("an icon", () => {
  test("is one path, of the size that its place wants, and nothing to a screen reader", () => {
    expect(drawn([["path", { d: "M9 3v18" }]])).toBe(
      '<svg aria-hidden="true" viewBox="0 0 24 24" class="icon size-4"><path d="M9 3v18"></path></svg>',
    );
  });

  test.each<[string, lucide.IconNode[number], string]>([
    ["circle", ["circle", { cx: "11", cy: "11", r: "8" }], "M3 11a8 8 0 1 0 16 0a8 8 0 1 0 -16 0z"],
    ["ellipse", ["ellipse", { cx: "12", cy: "5", rx: "9", ry: "3" }], "M3 5a9 3 0 1 0 18 0a9 3 0 1 0 -18 0z"],
    ["line", ["line", { x1: "19", x2: "5", y1: "8", y2: "22" }], "M19 8L5 22"],
    ["polyline", ["polyline", { points: "16 17 21 12 16 7" }], "M16 17 21 12 16 7"],
    ["rectangle", ["rect", { x: "3", y: "4", width: "18", height: "6" }], "M3 4h18v6h-18z"],
    [
      "rectangle with round corners",
      ["rect", { x: "3", y: "4", width: "18", height: "6", rx: "2" }],
      "M5 4h14a2 2 0 0 1 2 2v2a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-2a2 2 0 0 1 2 -2z",
    ],
  ])("draws a %s", (_, shape, path) => {
    expect(pathOf([shape])).toBe(path);
  });

  test("lets a path that begins relatively begin at the origin, whatever stands before it", () => {
    expect(
      pathOf([
        ["path", { d: "M9 3v18" }],
        ["path", { d: "m16 8 6-6" }],
      ]),
    ).toBe("M9 3v18M0 0m16 8 6-6");
  });

  test("can be every one that the portal shows", () => {
    const names = [...filesUnder("components"), ...filesUnder("app")]
      .map((file) => /import \{([^}]*)\} from "lucide"/.exec(readSource(file))?.[1] ?? "")
      .flatMap((list) => list.split(",").map((name) => name.trim()))
      .filter((name) => name !== "" && !name.startsWith("type "));
    const nodes = new Map(Object.entries(lucide));
    expect(new Set(names).size).toBeGreaterThan(60);
    for (const name of names) expect(pathOf(nodes.get(name) as lucide.IconNode), name).toMatch(/^[Mm]\d/);
  });
});
