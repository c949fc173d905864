import type { ReactNode } from "react";

/** Filters in a row above a list; on a phone one below the other. */
export function FilterBar({ children }: { children: ReactNode }) {
  return (
    <div className="mb-4 grid grid-cols-1 items-end gap-3 min-[480px]:grid-cols-2 md:flex md:flex-wrap md:[&>*]:max-w-52 md:[&>*]:min-w-40 md:[&>fieldset]:max-w-none md:[&>form]:max-w-none">
      {children}
    </div>
  );
}
