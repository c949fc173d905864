import { useEffect, useState } from "react";
import type { ChargingSession } from "./sessions";

const MOST_POINTS = 120;

interface Point {
  at: string;
  powerW: number;
}

/** The powers seen so far in this tab, oldest first; they outlive a reload. */
export function usePowerTrend(session: ChargingSession): number[] {
  const key = `csms.trend.${session.session_id}`;
  const [points, setPoints] = useState<Point[]>(() => restore(key));
  const { live } = session;
  useEffect(() => {
    if (live?.power_w == null) return;
    const point = { at: live.at, powerW: live.power_w };
    setPoints((known) => {
      if (known.at(-1)?.at === point.at) return known;
      const next = [...known, point].slice(-MOST_POINTS);
      sessionStorage.setItem(key, JSON.stringify(next));
      return next;
    });
  }, [key, live]);
  return points.map((point) => point.powerW);
}

function restore(key: string): Point[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPoint) : [];
  } catch {
    return [];
  }
}

function isPoint(value: unknown): value is Point {
  return (
    typeof value === "object" &&
    value !== null &&
    "at" in value &&
    typeof value.at === "string" &&
    "powerW" in value &&
    typeof value.powerW === "number"
  );
}
