import { createLink } from "@tanstack/react-router";
import {
  type AnchorHTMLAttributes,
  type ButtonHTMLAttributes,
  forwardRef,
  type ReactNode,
} from "react";
import { cx } from "#/shared/lib/cx";
import { Spinner } from "./Spinner";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger" | "volt";
export type ButtonSize = "small" | "medium" | "large";

interface Look {
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: ReactNode;
}

const KINDS: Record<ButtonKind, string> = {
  primary: "bg-brand text-on-brand hover:bg-brand-hover shadow-low",
  secondary: "bg-surface text-ink border border-line hover:border-line-strong shadow-low",
  quiet: "text-ink hover:bg-idle-soft",
  danger: "bg-bad text-on-bad hover:bg-bad-hover shadow-low",
  volt: "bg-volt text-[#12200a] hover:brightness-105",
};
// Small ones keep 44 px to touch by a taller hit area on coarse pointers.
const SIZES: Record<ButtonSize, string> = {
  small: "h-8 px-3 text-sm gap-1.5 rounded-lg pointer-coarse:h-11",
  medium: "h-10 px-4 gap-2 rounded-control pointer-coarse:h-11",
  large: "h-14 px-6 text-base gap-2.5 rounded-2xl",
};

export function buttonClass({ kind = "secondary", size = "medium" }: Look): string {
  return cx(
    "inline-flex shrink-0 items-center justify-center font-medium whitespace-nowrap select-none",
    "transition-[background-color,border-color,filter,transform] duration-150 active:scale-[0.98]",
    "disabled:opacity-50 disabled:pointer-events-none aria-disabled:opacity-50 aria-disabled:cursor-not-allowed",
    KINDS[kind],
    SIZES[size],
  );
}

interface Props extends ButtonHTMLAttributes<HTMLButtonElement>, Look {
  /** Shows a spinner and takes no further clicks; the name stays readable. */
  busy?: boolean;
}

export const Button = forwardRef<HTMLButtonElement, Props>(function Button(
  { kind, size, icon, busy = false, className, children, disabled, type = "button", ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      className={cx(buttonClass({ kind, size }), className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
});

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement>, Look {}

const ButtonAnchor = forwardRef<HTMLAnchorElement, AnchorProps>(function ButtonAnchor(
  { kind, size, icon, className, children, ...rest },
  ref,
) {
  return (
    <a ref={ref} className={cx(buttonClass({ kind, size }), className)} {...rest}>
      {icon}
      {children}
    </a>
  );
});

/** A router link that looks like a button. */
export const ButtonLink = createLink(ButtonAnchor);
