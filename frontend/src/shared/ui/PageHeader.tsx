import type { ReactNode } from "react";
import { usePageTitle } from "./usePageTitle";

interface Props {
  /** Also the document's title. */
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** Small things above the title: a way back, a state. */
  above?: ReactNode;
}

export function PageHeader({ title, lead, actions, above }: Props) {
  usePageTitle(title);
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {above}
        <h1 className="text-2xl font-semibold" tabIndex={-1}>
          {title}
        </h1>
        {lead ? <div className="mt-1 text-muted">{lead}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
