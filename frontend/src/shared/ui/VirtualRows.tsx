import type { ReactNode, RefCallback } from "react";
import { laterPart } from "./laterPart";

/** Goes onto each row's own element. */
export interface RowProps {
  ref: RefCallback<HTMLElement>;
  "data-index": number;
}

export interface RowsProps<Item> {
  items: Item[];
  keyOf: (item: Item) => string | number;
  /** What the rows are: of a table's body, or of a list. */
  as: "tr" | "li";
  /** A guess in pixels; rows are measured once they are there. */
  height: number;
  children: (item: Item, row: RowProps) => ReactNode;
}

/** So many rows are simply drawn: a page of the API, for which no code has to be fetched. */
const MOST_PLAIN = 50;

// A part forgets what its component is generic in.
const Windowed = laterPart(() => import("./WindowedRows")) as <Item>(
  props: RowsProps<Item> & { fallback: ReactNode; missing: () => ReactNode },
) => ReactNode;

const notMeasured = () => undefined;

/** The rows of a list; of many only those near the window's view are in the page. */
export function VirtualRows<Item>(props: RowsProps<Item>) {
  const { items, children } = props;
  const plain = (some: Item[]) =>
    some.map((item, index) => children(item, { ref: notMeasured, "data-index": index }));
  if (items.length <= MOST_PLAIN) return plain(items);
  const first = plain(items.slice(0, MOST_PLAIN));
  return <Windowed {...props} fallback={first} missing={() => plain(items)} />;
}
