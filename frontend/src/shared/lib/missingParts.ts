/** The version that the page was last loaded anew for, so that this happens once for each. */
const KEY = "csms.reloaded-for";
const ENTRY = /src="(\/assets\/[^"]+\.js)"/;

const failures = new WeakSet<object>();

/** Whether this is what became of fetching a part of the app's own code or words. */
export function isMissingPart(error: unknown): boolean {
  return error instanceof Error && failures.has(error);
}

/**
 * Hears of every part that did not come. After a new version was put in its place the page is
 * loaded anew, once; without a network the page tells, and the next try fetches the part again.
 */
export function watchForMissingParts(): void {
  window.addEventListener("vite:preloadError", ({ payload }) => {
    failures.add(payload);
    // By these words the router would load the page anew, and without a network lose it.
    payload.message = `Missing part: ${payload.message}`;
    void followNewVersion();
  });
}

async function followNewVersion(): Promise<void> {
  const running = document.querySelector<HTMLScriptElement>("script[type=module]");
  const newest = await fetch("/", { cache: "no-store" })
    .then((answer) => answer.text())
    .then((page) => ENTRY.exec(page)?.[1])
    .catch(() => undefined);
  if (!running || !newest || running.src.endsWith(newest)) return;
  if (sessionStorage.getItem(KEY) === newest) return;
  sessionStorage.setItem(KEY, newest);
  window.location.reload();
}
