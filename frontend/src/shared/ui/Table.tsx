import type { ComponentProps, ReactNode, TdHTMLAttributes, ThHTMLAttributes } from "react";
import { cx } from "#/shared/lib/cx";

interface TableProps {
  /** What the table shows, for who cannot see it. */
  caption: string;
  head: ReactNode;
  /** Of all rows, where only the visible ones are in the page. */
  rowCount?: number;
  children: ReactNode;
  className?: string;
}

/** A dense table that scrolls sideways on its own when it is narrow. */
export function Table({ caption, head, rowCount, children, className }: TableProps) {
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className={cx("relative overflow-x-auto", className)}
    >
      <table aria-rowcount={rowCount} className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-sunken/60">
          <tr>{head}</tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </section>
  );
}

export function Th({ className, ...rest }: ThHTMLAttributes<HTMLTableCellElement>) {
  return (
    <th
      scope="col"
      className={cx(
        "h-9 px-4 text-left text-xs font-medium whitespace-nowrap text-muted",
        className,
      )}
      {...rest}
    />
  );
}

export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={cx("hover:bg-sunken/50", className)} {...rest} />;
}

/** A cell; `numeric` aligns digits to the right. */
export function Td({
  numeric = false,
  className,
  ...rest
}: TdHTMLAttributes<HTMLTableCellElement> & { numeric?: boolean }) {
  return (
    <td
      className={cx(
        "h-12 px-4 py-1.5 align-middle",
        numeric && "text-right whitespace-nowrap tabular",
        className,
      )}
      {...rest}
    />
  );
}
