import { cx } from "#/shared/lib/cx";

interface Props<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  className?: string;
}

/** One of a few, all visible: radio buttons in the shape of a switch. */
export function Segmented<Value extends string>(props: Props<Value>) {
  const { label, value, options, onChange, className } = props;
  return (
    <fieldset
      className={cx(
        "inline-flex max-w-full rounded-control border border-line bg-sunken p-0.5",
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            "relative grid min-h-10 flex-auto cursor-pointer place-items-center rounded-[0.5rem] px-3.5 py-1 text-center text-sm leading-tight font-medium wrap-break-word",
            "has-focus-visible:outline-2 has-focus-visible:outline-focus",
            option.value === value ? "bg-surface text-ink shadow-low" : "text-muted hover:text-ink",
          )}
        >
          <input
            type="radio"
            className="absolute inset-0 cursor-pointer opacity-0"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
