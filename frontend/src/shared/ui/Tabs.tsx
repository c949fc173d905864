import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useShowCurrent } from "./useShowCurrent";

interface Tab {
  label: ReactNode;
  /** A route of its own: tabs are addresses, so that they can be sent and survive a reload. */
  link: LinkProps;
}

/** Tabs that are links. Scrolls sideways when it is narrow. */
export function TabLinks({ label, tabs }: { label: string; tabs: Tab[] }) {
  const list = useShowCurrent<HTMLElement>();
  return (
    <nav
      ref={list}
      aria-label={label}
      className="scroll-edges -mx-4 mb-5 overflow-x-auto px-4 [scrollbar-width:none] md:mx-0 md:px-0"
    >
      <div className="flex min-w-max gap-1 border-b border-line">
        {tabs.map((tab) => (
          <Link
            key={`${String(tab.link.to)}-${JSON.stringify(tab.link.search ?? "")}`}
            {...tab.link}
            activeOptions={{ exact: true, includeSearch: tab.link.search !== undefined }}
            className="-mb-px flex h-11 items-center border-b-2 border-transparent px-3 font-medium text-muted hover:text-ink"
            activeProps={{ className: "!border-brand-ink !text-ink", "aria-current": "page" }}
          >
            {tab.label}
          </Link>
        ))}
      </div>
    </nav>
  );
}
