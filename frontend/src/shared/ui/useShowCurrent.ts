import { useLocation } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef } from "react";

/** Scrolls a list of links so far that the one to the current page is seen. */
export function useShowCurrent<Element extends HTMLElement>(): RefObject<Element | null> {
  const list = useRef<Element>(null);
  const path = useLocation({ select: (location) => location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, another current link.
  useEffect(() => {
    const current = list.current?.querySelector("[aria-current=page]");
    current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return list;
}
