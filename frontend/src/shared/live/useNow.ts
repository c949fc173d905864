import { useEffect, useState } from "react";
import { serverNowMs } from "./serverClock";

/** The server's time, renewed every so often while the page is visible. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(serverNowMs);
  useEffect(() => {
    const tick = () => {
      if (!document.hidden) setNow(serverNowMs());
    };
    const timer = window.setInterval(tick, everyMs);
    document.addEventListener("visibilitychange", tick);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [everyMs]);
  return now;
}
