import type { IconNode } from "lucide";
import type { SVGProps } from "react";

const drawings = new WeakMap<IconNode, string>();

/**
 * An icon from the package's shapes: one path, hidden from screen readers, for the word beside it says the same. Some forty icons stand on every
 * page; as the React components of such a package they are nearly half of its elements, and each runs again in the browser.
 */
export function Icon({ of, className, ...rest }: { of: IconNode } & SVGProps<SVGSVGElement>) {
  const drawing = drawings.get(of) ?? of.map(pathOf).join("");
  drawings.set(of, drawing);
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={className === undefined ? "icon" : `icon ${className}`} {...rest}>
      <path d={drawing} />
    </svg>
  );
}

/** One shape of an icon as the data of a path. Throws for a shape that no icon of the portal has. */
function pathOf([tag, attributes]: IconNode[number]): string {
  const of = (name: string): number => Number(attributes[name] ?? 0);
  switch (tag) {
    case "path": {
      const data = String(attributes.d);
      // A path that begins relatively begins at the origin, not where the shape before it ended.
      return data.startsWith("m") ? `M0 0${data}` : data;
    }
    case "line":
      return `M${of("x1")} ${of("y1")}L${of("x2")} ${of("y2")}`;
    case "circle":
      return ellipse(of("cx"), of("cy"), of("r"), of("r"));
    case "ellipse":
      return ellipse(of("cx"), of("cy"), of("rx"), of("ry"));
    case "rect":
      return rectangle(of("x"), of("y"), of("width"), of("height"), of("rx") || of("ry"));
    case "polyline":
      return `M${attributes.points}`;
    default:
      throw new Error(`an icon with a ${tag}`);
  }
}

function ellipse(x: number, y: number, rx: number, ry: number): string {
  return `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
}

function rectangle(x: number, y: number, width: number, height: number, r: number): string {
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}z`;
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  const [across, down] = [width - 2 * r, height - 2 * r];
  return `M${x + r} ${y}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`;
}
