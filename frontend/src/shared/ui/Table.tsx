import {
  type ComponentProps,
  type ReactNode,
  type TdHTMLAttributes,
  type ThHTMLAttributes,
  useLayoutEffect,
  useRef,
} from "react";
import { cx } from "#/shared/lib/cx";
import "./table.css";

interface TableProps {
  /** What the table shows, for who cannot see it. */
  caption: string;
  head: ReactNode;
  /** Of all rows, where only the visible ones are in the page. */
  rowCount?: number;
  children: ReactNode;
  className?: string;
}

/**
 * A dense table, of at most sixteen columns. Where it has little room, as on a phone, each row is
 * a card (table.css). The roles are named since a browser forgets those of a table that is drawn
 * as something else.
 */
export function Table({ caption, head, rowCount, children, className }: TableProps) {
  const table = useRef<HTMLTableElement>(null);
  // The words of the columns stand in the cards as well: a row need not know them.
  useLayoutEffect(() => {
    for (const [index, heading] of table.current?.querySelectorAll("th").entries() ?? [])
      table.current?.style.setProperty(
        `--heading-${index + 1}`,
        JSON.stringify(heading.textContent),
      );
  });
  return (
    <section
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
      tabIndex={0}
      className={cx("@container relative overflow-x-auto scroll-edges", className)}
    >
      {/* Words stay whole: what does not fit is scrolled to. */}
      <table
        ref={table}
        // biome-ignore lint/a11y/noRedundantRoles: see above.
        role="table"
        aria-rowcount={rowCount}
        className="stacking w-full border-collapse text-sm wrap-break-word"
      >
        <caption className="sr-only">{caption}</caption>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above. */}
        <thead role="rowgroup" className="bg-sunken/60">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above. */}
          <tr role="row">{head}</tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above. */}
        <tbody role="rowgroup" className="divide-y divide-line">
          {children}
        </tbody>
      </table>
    </section>
  );
}

export function Th({ className, ...rest }: ThHTMLAttributes<HTMLTableCellElement>) {
  return (
    <th
      scope="col"
      // biome-ignore lint/a11y/noRedundantRoles: see Table.
      role="columnheader"
      className={cx(
        "h-9 px-3 text-left text-xs font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4",
        className,
      )}
      {...rest}
    />
  );
}

export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: see Table.
      role="row"
      className={cx("hover:bg-sunken/50", className)}
      {...rest}
    />
  );
}

interface TdProps extends TdHTMLAttributes<HTMLTableCellElement> {
  /** Aligns digits to the right. */
  numeric?: boolean;
  /**
   * What the cell is of a card. `name` heads it, which the first cell does by itself; `number` does
   * so with the column's heading, for it says little alone. `corner` stands beside the name;
   * `actions` come last.
   */
  part?: "name" | "number" | "corner" | "actions";
}

export function Td({ numeric = false, part, className, ...rest }: TdProps) {
  return (
    <td
      // biome-ignore lint/a11y/noRedundantRoles: see Table.
      role="cell"
      data-part={part}
      className={cx(
        "h-12 px-3 py-1.5 align-middle first:pl-4 last:pr-4",
        numeric && "text-right whitespace-nowrap tabular",
        className,
      )}
      {...rest}
    />
  );
}
