import type { ReactNode } from "react";
import { cx } from "#/shared/lib/cx";

const LAYOUT = cx(
  "mb-4 grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap",
  "max-md:[&>fieldset]:col-span-2 max-md:[&>form]:col-span-2",
  // A date with its time of day needs the room of two.
  "max-[480px]:[&>:has([type=datetime-local])]:col-span-2",
  "md:[&>*]:max-w-48 md:[&>*]:min-w-40 md:[&>:has([type=datetime-local])]:min-w-60",
  "md:[&>:has([type=datetime-local])]:max-w-60 md:[&>:has([type=checkbox])]:min-w-0",
  "md:[&>fieldset]:max-w-none md:[&>form]:max-w-none",
);

/** Filters in a row above a list; on a phone two beside each other. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <div className={LAYOUT}>{children}</div>;
}
