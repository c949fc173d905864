import uPlot from "uplot";

export interface Line {
  /** Which of several it is; empty for the only one. */
  label: string;
  /** One per time; null where nothing was measured. */
  values: (number | null)[];
}

/** From zero to a little above; around the values; or a whole of a hundred. */
export type Span = "from-zero" | "around" | "percent";

export interface ChartTexts {
  /** A time of day, for the axis and for the cursor. */
  tick: (at: number) => string;
  moment: (at: number) => string;
  number: (value: number) => string;
}

const TOKENS = ["--c-chart-1", "--c-chart-2", "--c-chart-3", "--c-chart-4"];
const ALPHA = "1f";

/** The tokens of the palette in the order of the lines. */
export function paletteOf(first: number): string[] {
  return TOKENS.map((_, index) => TOKENS[(first + index) % TOKENS.length] as string);
}

/** The ends of the upright axis for values between two numbers. */
export function scaleOf(span: Span): uPlot.Range.Function {
  if (span === "percent") return () => [0, 100];
  return (_, min, max) => {
    if (span === "from-zero") return uPlot.rangeNum(0, max > 0 ? max : 1, 0.1, true);
    const step = Math.max((max - min) / 4, Math.abs(max) / 25, 1);
    return [Math.floor((min - step) / step) * step, Math.ceil((max + step) / step) * step];
  };
}

/** Times below, numbers at the side, both in the words of the page. */
export function axesOf(texts: ChartTexts): uPlot.Axis[] {
  const axis: uPlot.Axis = {
    stroke: colourOf("--c-muted"),
    font: "12px 'Geist Variable', system-ui",
    grid: { stroke: colourOf("--c-line"), width: 1 },
    ticks: { show: false },
  };
  return [
    { ...axis, space: 90, size: 30, values: (_, splits) => splits.map(texts.tick) },
    { ...axis, size: 52, values: (_, splits) => splits.map(texts.number) },
  ];
}

/** So many lines; a single one stands on its area. */
export function seriesOf(count: number, first: number): uPlot.Series[] {
  const palette = paletteOf(first);
  const lines = Array.from({ length: count }, (_, index): uPlot.Series => {
    const stroke = colourOf(palette[index % palette.length] ?? "");
    return {
      stroke,
      width: 2,
      spanGaps: true,
      points: { show: false },
      ...(count === 1 ? { fill: stroke + ALPHA } : {}),
    };
  });
  return [{}, ...lines];
}

/** The value of a token in the theme of now: `#rrggbb`. */
function colourOf(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}
