import { lazy, type ReactNode, type RefCallback, Suspense } from "react";

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

// `lazy` forgets what a component is generic in.
const Windowed = lazy(() => import("./WindowedRows")) as <Item>(
  props: RowsProps<Item>,
) => ReactNode;

const notMeasured = () => undefined;

/** The rows of a list; of many only those near the window's view are in the page. */
export function VirtualRows<Item>(props: RowsProps<Item>) {
  const { items, children } = props;
  const plain = items
    .slice(0, MOST_PLAIN)
    .map((item, index) => children(item, { ref: notMeasured, "data-index": index }));
  if (items.length <= MOST_PLAIN) return plain;
  return (
    <Suspense fallback={plain}>
      <Windowed {...props} />
    </Suspense>
  );
}
