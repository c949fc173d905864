import type { Page } from "@playwright/test";

/** What may be wider than its own box: a bar of tabs, and what has no words to break. */
const MAY_SCROLL = "nav, pre, textarea, canvas, .leaflet-container";

/** What can be scrolled sideways: the page, or a box in it; nothing, where all fits. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate((mayScroll) => {
    const scrolls = (element: Element) => {
      const { overflowX } = getComputedStyle(element);
      return /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth;
    };
    const root = document.documentElement;
    const boxes = [...document.querySelectorAll("body *")]
      .filter((element) => !element.closest(mayScroll) && scrolls(element))
      .map((element) => element.getAttribute("aria-label") ?? element.outerHTML.slice(0, 80));
    return root.scrollWidth > root.clientWidth ? ["the page", ...boxes] : boxes;
  }, MAY_SCROLL);
}
