import { useEffect, useMemo, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useTheme } from "#/shared/lib/theme";

export interface Line {
  label: string;
  /** One per time; null where nothing was measured. */
  values: (number | null)[];
}

interface Props {
  /** In seconds since 1970. */
  times: number[];
  lines: Line[];
  unit: string;
  /** What it shows, for who cannot see it; the numbers stand in a table beside. */
  label: string;
  /** Charts with the same group share their cursor. */
  group: string;
  /** A time of day in words; the same function as long as it says the same. */
  timeText: (at: number) => string;
}

const HEIGHT = 180;
const TOKENS = ["--c-chart-1", "--c-chart-2", "--c-chart-3", "--c-chart-4"];

/** Lines over time with a cursor; drag to look closer, double click to see all. */
export function LineChart({ times, lines, unit, label, group, timeText }: Props) {
  const theme = useTheme();
  const element = useRef<HTMLDivElement>(null);
  const data = useMemo(
    (): uPlot.AlignedData => [times, ...lines.map((line) => line.values)],
    [times, lines],
  );
  const names = lines.map((line) => line.label).join("|");

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the tokens' values.
  useEffect(() => {
    const parent = element.current;
    if (!parent) return;
    const options = { ...optionsOf(names.split("|"), unit, timeText), ...placeOf(group, parent) };
    const chart = new uPlot(options, data, parent);
    const resized = new ResizeObserver(() =>
      chart.setSize({ width: parent.clientWidth, height: HEIGHT }),
    );
    resized.observe(parent);
    return () => {
      resized.disconnect();
      chart.destroy();
    };
  }, [data, names, unit, group, theme, timeText]);

  return (
    <div
      ref={element}
      role="img"
      aria-label={label}
      className="min-w-0 text-xs [&_.u-legend]:text-muted [&_.uplot]:!font-sans"
    />
  );
}

function placeOf(group: string, parent: HTMLElement) {
  return {
    width: parent.clientWidth,
    height: HEIGHT,
    cursor: { sync: { key: group }, points: { size: 7 } },
  };
}

function optionsOf(names: string[], unit: string, timeText: (at: number) => string) {
  const token = (name: string) =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const axis = {
    stroke: token("--c-muted"),
    font: "12px 'Geist Variable', system-ui",
    grid: { stroke: token("--c-line"), width: 1 },
    ticks: { show: false },
  };
  return {
    legend: { live: true },
    axes: [
      { ...axis, space: 90, values: (_: uPlot, splits: number[]) => splits.map(timeText) },
      { ...axis, size: 56 },
    ],
    series: [
      { label: "", value: (_: uPlot, at: number | null) => (at === null ? "" : timeText(at)) },
      ...names.map((name, index) => ({
        label: `${name} (${unit})`,
        stroke: token(TOKENS[index % TOKENS.length] ?? "--c-chart-1"),
        width: 2,
        spanGaps: true,
        points: { show: false },
      })),
    ],
  };
}
