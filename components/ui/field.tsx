import { CircleAlert } from "lucide";
import type { ComponentProps, ReactNode } from "react";
import { Icon } from "./icon";

const control =
  "min-h-9 w-full rounded-md border border-line-strong bg-surface px-3 py-1 text-sm text-ink placeholder:text-muted aria-invalid:border-due aria-invalid:border-2 max-md:min-h-11 max-md:text-base";

interface FieldProps {
  /** Also the stem of the ids of hint and error. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
}

function describedBy({ id, hint, error }: Pick<FieldProps, "id" | "hint" | "error">): string | undefined {
  const ids = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter((each) => each !== null);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** Label above, control, hint below, and an error that says what would be right. */
export function Field({ id, label, hint, error, className = "", children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={`flex flex-col gap-1 ${className}`} data-field={id}>
      <label htmlFor={id} className="text-xs font-medium text-ink">
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="flex items-start gap-1 text-xs font-medium text-due">
          <Icon of={CircleAlert} className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}

export function TextField({ id, label, hint, error, className, ...rest }: FieldProps & ComponentProps<"input">) {
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <input
        id={id}
        className={control}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </Field>
  );
}

export function TextArea({ id, label, hint, error, className, ...rest }: FieldProps & ComponentProps<"textarea">) {
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <textarea
        id={id}
        rows={3}
        className={`${control} py-2`}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
    </Field>
  );
}

export interface Choice {
  value: string;
  label: string;
  /** Choices of one group stand together under its name. */
  group?: string;
}

export function SelectField({
  id,
  label,
  hint,
  error,
  className,
  choices,
  ...rest
}: FieldProps & ComponentProps<"select"> & { choices: readonly Choice[] }) {
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className}>
      <select
        id={id}
        className={control}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error ? true : undefined}
        {...rest}
      >
        {[...Map.groupBy(choices, (choice) => choice.group)].map(([group, members]) =>
          group === undefined ? (
            <Options key="" choices={members} />
          ) : (
            <optgroup key={group} label={group}>
              <Options choices={members} />
            </optgroup>
          ),
        )}
      </select>
    </Field>
  );
}

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map((choice) => (
    <option key={choice.value} value={choice.value}>
      {choice.label}
    </option>
  ));
}

/**
 * A day as people here write it (31.12.2026). Plain text on purpose: the browser's own date field follows the language of the browser
 * and turns days and months round for some of its users.
 */
export function DayField({ hint, ...rest }: FieldProps & ComponentProps<"input">) {
  return (
    <TextField
      type="text"
      inputMode="decimal"
      autoComplete="off"
      placeholder="31.12.2026"
      maxLength={10}
      pattern="\s*(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})\s*"
      hint={hint}
      {...rest}
    />
  );
}
