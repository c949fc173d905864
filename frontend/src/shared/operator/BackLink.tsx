import { createLink } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { type AnchorHTMLAttributes, forwardRef } from "react";
import { cx } from "#/shared/lib/cx";

const BackAnchor = forwardRef<HTMLAnchorElement, AnchorHTMLAttributes<HTMLAnchorElement>>(
  function BackAnchor({ children, className, ...rest }, ref) {
    return (
      <a
        ref={ref}
        className={cx(
          "print-hidden mb-1 inline-flex min-h-8 items-center gap-1.5 text-sm text-muted hover:text-ink pointer-coarse:min-h-11",
          className,
        )}
        {...rest}
      >
        <ArrowLeft aria-hidden className="size-4" />
        {children}
      </a>
    );
  },
);

/** Up to the list that a page belongs to. */
export const BackLink = createLink(BackAnchor);
