import { createLink } from "@tanstack/react-router";
import { type AnchorHTMLAttributes, forwardRef } from "react";
import { cx } from "#/shared/lib/cx";
import { Icon } from "#/shared/ui/Icon";

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
        <Icon name="arrow-left" className="size-4" />
        {children}
      </a>
    );
  },
);

/** Up to the list that a page belongs to. */
export const BackLink = createLink(BackAnchor);
