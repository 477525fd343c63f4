import Link from "next/link";
import type { ComponentProps } from "react";

export type ButtonLook = "primary" | "secondary" | "quiet";

const base =
  "inline-flex min-h-9 items-center justify-center gap-2 rounded-md border px-3 py-1 text-sm font-medium transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-60 max-md:min-h-11";

const looks: Record<ButtonLook, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-ink hover:bg-hover",
  quiet: "border-transparent text-accent hover:bg-hover",
};

export function buttonClass(look: ButtonLook = "secondary", more = ""): string {
  return `${base} ${looks[look]} ${more}`;
}

/** A button names its act with a verb; `type` is never left to chance. */
export function Button({
  look = "secondary",
  className = "",
  type,
  ...rest
}: ComponentProps<"button"> & { look?: ButtonLook; type: "button" | "submit" }) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />;
}

/** A link that looks like a button: for ways, not for acts. */
export function LinkButton({
  look = "secondary",
  className = "",
  ...rest
}: ComponentProps<typeof Link> & { look?: ButtonLook }) {
  return <Link className={buttonClass(look, className)} prefetch={false} {...rest} />;
}
