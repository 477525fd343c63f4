import { z } from "zod";
import { changeOf, fieldNames, fieldOf, figureFields } from "@/app/api/portal/systems/[id]/figure-fields";
import type { FigureField } from "@/components/system/figures-form";
import { fieldFaults } from "@/lib/auth/field-faults";
import type { Day } from "@/lib/domain/dates";
import { isRefusal } from "@/lib/domain/refusal";
import type { SystemFigures } from "@/lib/domain/system-figures";
import type { Viewer } from "@/lib/domain/viewer";
import type { AddressParams } from "@/lib/format/faults";
import { sentence } from "@/lib/format/reasons";
import type { Locale } from "@/lib/i18n/locale";
import { previewSystemChange, type SystemPreview } from "@/lib/use-cases/preview-system-change";

/** What the address asks of the figures: the texts as typed, what is wrong with them by field, and what they would move. */
export interface AskedFigures {
  /** The version of the system that whoever asks has first seen; null where the address does not say. */
  readonly stand: number | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly preview: SystemPreview | null;
}

const schema = z.strictObject(figureFields);

/** What if the figures were those of the address; null where it names none. */
export async function askedFigures(
  viewer: Viewer,
  systemId: string,
  search: AddressParams,
  locale: Locale,
  today: Day,
): Promise<AskedFigures | null> {
  const typed = Object.fromEntries(
    fieldNames.flatMap((name) => {
      const value = [search[name]].flat()[0]?.trim();
      return value === undefined ? [] : [[name, value]];
    }),
  );
  if (Object.keys(typed).length === 0) return null;
  const seen = [search.stand].flat()[0] ?? "";
  const stand = /^\d{1,9}$/.test(seen) ? Number(seen) : null;
  const parsed = schema.safeParse(typed);
  if (!parsed.success) {
    const errors = fieldFaults(parsed.error).map((fault) => [fault.path, sentence(fault, locale)]);
    return { stand, typed, errors: Object.fromEntries(errors), preview: null };
  }
  const preview = await previewSystemChange(viewer, { systemId, change: changeOf(parsed.data) }, today);
  if (preview === "not-found") return null;
  if (isRefusal(preview))
    return { stand, typed, errors: { [fieldOf(preview.path ?? "")]: sentence(preview, locale) }, preview: null };
  return { stand, typed, errors: {}, preview };
}

/** The form's field for a figure: what was typed, else what is stored. */
export function fieldFor(stored: SystemFigures, asked: AskedFigures | null): (figure: string) => FigureField {
  const { usage, ...figures } = stored;
  const all: Readonly<Record<string, number | boolean | null>> = {
    ...figures,
    ...Object.fromEntries(Object.entries(usage).map(([name, value]) => [`usage.${name}`, value])),
  };
  return (figure) => {
    const name = fieldOf(figure);
    return { figure, name, value: asked?.typed[name] ?? textOf(all[figure] ?? null), error: asked?.errors[name] };
  };
}

function textOf(value: number | boolean | null): string {
  if (value === null) return "";
  return typeof value === "boolean" ? (value ? "ja" : "nein") : String(value);
}
