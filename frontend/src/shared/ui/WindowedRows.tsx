import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { RowsProps } from "./VirtualRows";

const OVERSCAN = 8;

/** The rows near the window's view; the others are room above and below. Ten thousand scroll well. */
export default function WindowedRows<Item>(props: RowsProps<Item>) {
  const { items, keyOf, as, height, children } = props;
  const start = useRef<HTMLElement>(null);
  const [scrollMargin, setMargin] = useState(0);
  // What stands above may grow, as a notice does: measured at every render, kept when it changed.
  useLayoutEffect(() => {
    if (start.current)
      setMargin(Math.round(start.current.getBoundingClientRect().top + window.scrollY));
  });
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => height,
    getItemKey: (index) => keyOf(items[index] as Item),
    overscan: OVERSCAN,
    scrollMargin,
  });
  const visible = rows.getVirtualItems();
  const above = (visible[0]?.start ?? scrollMargin) - scrollMargin;
  const below = rows.getTotalSize() - ((visible.at(-1)?.end ?? scrollMargin) - scrollMargin);
  return (
    <>
      <Room as={as} height={above} mark={start} />
      {visible.map(({ index }) =>
        children(items[index] as Item, { ref: rows.measureElement, "data-index": index }),
      )}
      <Room as={as} height={below} />
    </>
  );
}

interface RoomProps {
  as: "tr" | "li";
  height: number;
  mark?: RefObject<HTMLElement | null>;
}

function Room({ as: Row, height, mark }: RoomProps) {
  const measured = (element: HTMLElement | null) => {
    if (mark) mark.current = element;
  };
  return (
    <Row ref={measured} aria-hidden="true" className="border-0!">
      {Row === "tr" ? (
        <td colSpan={99} className="p-0" style={{ height }} />
      ) : (
        <div style={{ height }} />
      )}
    </Row>
  );
}
