import { useLocale } from "next-intl";
import { instantText } from "@/lib/format/instant";

/** An instant as people here read it: 20.11.2026, 14:05. */
export function Moment({ at }: { at: string }) {
  const locale = useLocale();
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {instantText(at, locale)}
    </time>
  );
}
