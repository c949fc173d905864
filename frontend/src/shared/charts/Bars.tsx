import { cx } from "#/shared/lib/cx";
import { niceTop } from "./niceTop";

export interface Bar {
  key: string;
  value: number;
  /** In full, for who points at it. */
  name: string;
  /** Below the bar, where there is room. */
  shortName: string;
}

interface Props {
  bars: Bar[];
  /** The least that the axis reaches. */
  least: number;
  /** A value with its unit. */
  text: (value: number) => string;
  /** What it shows, for who cannot see it; the numbers stand in a table beside. */
  label: string;
  /** A token of the palette. */
  colour: string;
}

/** At most so many bars have a name each; of more, every fifth has, and on a phone fewer. */
const MOST_NAMES = 7;
const NAME_EVERY = 5;

/** Amounts side by side, over an axis with its top and its middle. */
export function Bars({ bars, least, text, label, colour }: Props) {
  const top = niceTop(Math.max(...bars.map((bar) => bar.value), least));
  return (
    <div role="img" aria-label={label} className="text-xs text-muted tabular">
      <div className="relative h-44">
        {[1, 0.5, 0].map((share) => (
          <div
            key={share}
            className="absolute inset-x-0 border-t border-line"
            style={{ top: `${(1 - share) * 100}%` }}
          >
            {share > 0 ? <span>{text(top * share)}</span> : null}
          </div>
        ))}
        <div className="absolute inset-y-0 right-0 left-18 flex items-end gap-px sm:gap-1">
          {bars.map((bar) => (
            <div
              key={bar.key}
              className="flex h-full min-w-0 flex-1 items-end justify-center hover:bg-sunken/70"
              title={`${bar.name}: ${text(bar.value)}`}
            >
              <div
                className="w-full max-w-14 rounded-t-[0.25rem]"
                style={{
                  height: `${(Math.max(bar.value, 0) / top) * 100}%`,
                  background: `var(${colour})`,
                }}
              />
            </div>
          ))}
        </div>
      </div>
      <div className="mt-1.5 ml-18 flex gap-px sm:gap-1">
        {bars.map((bar, index) => (
          <span key={bar.key} className="relative h-4 min-w-0 flex-1">
            <span className={cx("absolute", nameLook(bars, index))}>{bar.shortName}</span>
          </span>
        ))}
      </div>
    </div>
  );
}

/** Names are counted from the newest bar, which always has one. */
function nameLook(bars: Bar[], index: number): string {
  const every = bars.length <= MOST_NAMES ? 1 : NAME_EVERY;
  const fromLast = bars.length - 1 - index;
  if (fromLast % every !== 0) return "hidden";
  // Below the last of many thin bars, half a name would reach out of the chart.
  const place = every > 1 && fromLast === 0 ? "right-0" : "right-1/2 translate-x-1/2";
  const isSecond = (fromLast / every) % 2 === 1;
  return cx("whitespace-nowrap", place, isSecond && "max-sm:hidden");
}
