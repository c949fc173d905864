import { useEffect, useMemo, useRef, useState } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useTheme } from "#/shared/lib/theme";
import {
  axesOf,
  type ChartTexts,
  type Line,
  paletteOf,
  type Span,
  scaleOf,
  seriesOf,
} from "./lines";

interface Props {
  /** What is drawn, as a heading, and its unit. */
  title: string;
  unit: string;
  /** In seconds since 1970. */
  times: number[];
  lines: Line[];
  /** How far the upright axis reaches. */
  span: Span;
  /** Which colour of the palette comes first. */
  colour: number;
  /** What it shows, for who cannot see it; the numbers stand in a table beside. */
  label: string;
  /** Charts with the same group share their cursor. */
  group: string;
  /** Functions that stay the same as long as they say the same. */
  texts: ChartTexts;
}

const HEIGHT = 168;

/** Lines over time with a cursor; drag to look closer, double click to see all. */
export default function LineChart(props: Props) {
  const { title, unit, times, lines, span, colour, label, group, texts } = props;
  const theme = useTheme();
  const element = useRef<HTMLDivElement>(null);
  const [index, setIndex] = useState<number | null>(null);
  const data = useMemo(
    (): uPlot.AlignedData => [times, ...lines.map((line) => line.values)],
    [times, lines],
  );
  const count = lines.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes the palette.
  useEffect(() => {
    const parent = element.current;
    if (!parent) return;
    const options: uPlot.Options = {
      width: parent.clientWidth,
      height: HEIGHT,
      padding: [8, 36, 0, 0],
      cursor: { sync: { key: group }, points: { size: 7 }, y: false },
      legend: { show: false },
      scales: { y: { range: scaleOf(span) } },
      axes: axesOf(texts),
      series: seriesOf(count, colour),
      hooks: { setCursor: [(chart) => setIndex(chart.cursor.idx ?? null)] },
    };
    const chart = new uPlot(options, data, parent);
    const resized = new ResizeObserver(() =>
      chart.setSize({ width: parent.clientWidth, height: HEIGHT }),
    );
    resized.observe(parent);
    return () => {
      resized.disconnect();
      chart.destroy();
    };
  }, [data, count, span, colour, group, theme, texts]);

  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-sm font-medium">
          {title} <span className="font-normal text-muted">{unit}</span>
        </h3>
        <Readout {...{ times, lines, colour, texts, unit }} index={index} />
      </figcaption>
      <div ref={element} role="img" aria-label={label} className="min-w-0" />
    </figure>
  );
}

interface ReadoutProps extends Pick<Props, "times" | "lines" | "colour" | "texts" | "unit"> {
  /** Of the reading under the cursor; the newest one without. */
  index: number | null;
}

/** The numbers under the cursor, each with the colour of its line. */
function Readout({ times, lines, colour, texts, unit, index }: ReadoutProps) {
  const row = index ?? times.length - 1;
  const at = times[row];
  const palette = paletteOf(colour);
  return (
    <p aria-hidden className="flex flex-wrap items-baseline gap-x-3 text-xs text-muted tabular">
      {at === undefined ? null : <span>{texts.moment(at)}</span>}
      {lines.map((line, position) => {
        const value = line.values[row] ?? null;
        return (
          <span key={line.label} className="inline-flex items-center gap-1.5">
            <svg aria-hidden="true" className="size-2" viewBox="0 0 8 8">
              <circle cx="4" cy="4" r="4" fill={`var(${palette[position % palette.length]})`} />
            </svg>
            {line.label}
            <span className="font-medium text-ink">
              {value === null ? "–" : `${texts.number(value)} ${unit}`}
            </span>
          </span>
        );
      })}
    </p>
  );
}
