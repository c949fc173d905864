import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { cx } from "#/shared/lib/cx";
import { Icon, type IconName } from "#/shared/ui/Icon";
import { Skeleton } from "#/shared/ui/Skeleton";

interface Props {
  label: string;
  /** Undefined while it is on its way, null when it could not be read. */
  value: ReactNode | undefined;
  hint?: ReactNode;
  icon: IconName;
  link: LinkProps;
  tone?: "bad" | "warn";
}

/** A number that matters; the way to what is behind it. */
export function Tile({ label, value, hint, icon, link, tone }: Props) {
  return (
    <Link
      {...link}
      className="group grid min-w-0 content-start gap-1 rounded-card border border-line bg-surface p-4 shadow-low hover:border-line-strong"
    >
      <span className="flex items-center justify-between gap-2 text-sm text-muted">
        {label}
        <Icon
          name={icon}
          className={cx("size-4", tone === "bad" && "text-bad", tone === "warn" && "text-warn")}
        />
      </span>
      {value === undefined ? (
        <Skeleton className="my-1 h-7 w-20" />
      ) : (
        <span
          className={cx(
            "text-2xl font-semibold tracking-tight tabular",
            tone === "bad" && "text-bad",
            tone === "warn" && "text-warn",
          )}
        >
          {value ?? "–"}
        </span>
      )}
      <span className="min-h-5 text-xs text-muted">{hint}</span>
    </Link>
  );
}
