import {
  createContext,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useContext,
  useId,
} from "react";
import { cx } from "#/shared/lib/cx";

interface Wiring {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
}

const FieldContext = createContext<Wiring | null>(null);

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** Shown at the field and read out with it. */
  error?: string | null | undefined;
  className?: string;
  children: ReactNode;
}

/** A label, its control (Input, Select, Textarea), a hint, and what is wrong with it. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  const wiring = { id, describedBy: described.join(" ") || undefined, invalid: Boolean(error) };
  return (
    <div className={cx("grid grid-cols-[minmax(0,1fr)] content-start gap-1.5", className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <FieldContext value={wiring}>{children}</FieldContext>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="text-sm font-medium text-bad">
          {error}
        </p>
      ) : null}
    </div>
  );
}

function useControl() {
  const wiring = useContext(FieldContext);
  return {
    id: wiring?.id,
    "aria-describedby": wiring?.describedBy,
    "aria-invalid": wiring?.invalid || undefined,
  };
}

const CONTROL = cx(
  "w-full rounded-control border border-line-strong/60 bg-surface px-3 text-ink placeholder:text-muted",
  "hover:border-line-strong aria-invalid:border-bad disabled:opacity-60",
  "focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-focus",
);

export function Input({
  className,
  ref,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { ref?: React.Ref<HTMLInputElement> }) {
  return <input ref={ref} {...useControl()} className={cx(CONTROL, "h-11", className)} {...rest} />;
}

export function Select({
  className,
  ref,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & { ref?: React.Ref<HTMLSelectElement> }) {
  return (
    <select ref={ref} {...useControl()} className={cx(CONTROL, "h-11 pr-8", className)} {...rest} />
  );
}

export function Textarea({
  className,
  ref,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: React.Ref<HTMLTextAreaElement> }) {
  return (
    <textarea
      ref={ref}
      {...useControl()}
      className={cx(CONTROL, "min-h-24 py-2.5", className)}
      {...rest}
    />
  );
}

interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "type"> {
  label: ReactNode;
  hint?: ReactNode;
}

export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <label className={cx("flex min-h-11 items-start gap-3 py-2", className)}>
      <input type="checkbox" className="size-6 shrink-0 accent-brand" {...rest} />
      <span>
        <span className="block">{label}</span>
        {hint ? <span className="block text-sm text-muted">{hint}</span> : null}
      </span>
    </label>
  );
}
