interface Props {
  /** In order of time. */
  values: number[];
  /** What it shows, for who cannot see it. */
  label: string;
  className?: string;
}

const WIDTH = 320;
const HEIGHT = 72;

/** A line over its area, for a trend; numbers stand beside it. */
export function Sparkline({ values, label, className }: Props) {
  if (values.length < 2) return null;
  const most = Math.max(...values, 1);
  const points = values.map((value, index) => {
    const x = (index / (values.length - 1)) * WIDTH;
    const y = HEIGHT - 4 - (value / most) * (HEIGHT - 10);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  const line = `M${points.join("L")}`;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={className}
    >
      <path d={`${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`} fill="var(--c-volt)" opacity="0.14" />
      <path
        d={line}
        fill="none"
        stroke="var(--c-volt)"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
        strokeLinejoin="round"
      />
    </svg>
  );
}
