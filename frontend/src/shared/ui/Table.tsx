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
      className={cx("relative overflow-x-auto scroll-edges", className)}
    >
      {/* Words stay whole: what does not fit is scrolled to. */}
      <table aria-rowcount={rowCount} className="w-full border-collapse text-sm wrap-break-word">
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
        "h-9 px-3 text-left text-xs font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4",
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
        "h-12 px-3 py-1.5 align-middle first:pl-4 last:pr-4",
        numeric && "text-right whitespace-nowrap tabular",
        className,
      )}
      {...rest}
    />
  );
}
