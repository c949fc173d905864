import { useState } from "react";
import type { Point } from "./distance";

export type Locating = "idle" | "asking" | "found" | "refused" | "failed";

const TIMEOUT_MS = 10_000;

/** Where this device is, once somebody asks; a refusal is a state, not an error. */
export function useMyPlace() {
  const [state, setState] = useState<Locating>("idle");
  const [place, setPlace] = useState<Point | null>(null);
  const locate = () => {
    if (!("geolocation" in navigator)) {
      setState("failed");
      return;
    }
    setState("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setPlace({ latitude: coords.latitude, longitude: coords.longitude });
        setState("found");
      },
      (error) => setState(error.code === error.PERMISSION_DENIED ? "refused" : "failed"),
      { timeout: TIMEOUT_MS, maximumAge: 60_000 },
    );
  };
  return { state, place, locate };
}
