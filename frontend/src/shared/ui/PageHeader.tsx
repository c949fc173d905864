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

/** The actions stand beside the title, or below it where the two do not fit into a row. */
export function PageHeader({ title, lead, actions, above }: Props) {
  usePageTitle(title);
  return (
    <header className="mb-5">
      {above}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-auto">
          <h1 className="py-1 text-2xl font-semibold" tabIndex={-1}>
            {title}
          </h1>
          {/* Hardly a width of its own: the title decides what fits beside it. */}
          {lead ? <div className="w-0 min-w-[max(100%,9rem)] text-muted">{lead}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}
