import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from "react";
import { cx } from "#/shared/lib/cx";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The name for who cannot see the icon; also its tooltip. */
  label: string;
  children: ReactNode;
}

export const IconButton = forwardRef<HTMLButtonElement, Props>(function IconButton(
  { label, className, children, type = "button", ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      aria-label={label}
      title={label}
      className={cx(
        "inline-grid size-9 shrink-0 place-items-center rounded-control text-muted pointer-coarse:size-11",
        "hover:bg-idle-soft hover:text-ink disabled:opacity-40",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
});
