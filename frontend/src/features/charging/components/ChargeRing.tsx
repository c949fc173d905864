import { Trans } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { Icon } from "#/shared/ui/Icon";

const RADIUS = 104;
const LENGTH = 2 * Math.PI * RADIUS;

/** The energy in large type, within the car's state of charge where the charger knows it. */
export function ChargeRing({ energyWh, percent }: { energyWh: number; percent: number | null }) {
  const format = useFormat();
  const filled = percent === null ? 0 : (Math.min(100, percent) / 100) * LENGTH;
  return (
    <div className="relative mx-auto my-6 grid size-60 place-items-center">
      <svg
        aria-hidden="true"
        viewBox="0 0 240 240"
        className="absolute inset-0 -rotate-90"
        fill="none"
        strokeWidth="10"
        strokeLinecap="round"
      >
        <circle cx="120" cy="120" r={RADIUS} stroke="var(--c-hero-line)" />
        {percent === null ? (
          <circle
            cx="120"
            cy="120"
            r={RADIUS}
            stroke="var(--c-volt)"
            strokeDasharray={`${LENGTH * 0.18} ${LENGTH}`}
            className="origin-center animate-[spin-slow_2.4s_linear_infinite]"
          />
        ) : (
          <circle
            cx="120"
            cy="120"
            r={RADIUS}
            stroke="var(--c-volt)"
            strokeDasharray={`${filled} ${LENGTH}`}
            className="transition-[stroke-dasharray] duration-700"
          />
        )}
      </svg>
      <div className="text-center">
        <p
          className="text-[3.25rem] leading-none font-semibold tracking-tighter tabular"
          data-testid="energy"
        >
          {format.energyNumber(energyWh)}
        </p>
        <p className="mt-1.5 text-hero-muted">kWh</p>
        {percent === null ? null : (
          <p className="mt-3 inline-flex items-center gap-1.5 font-medium text-volt tabular">
            <Icon name="battery-charging" className="size-5" />
            <Trans>{format.percent(percent)} in the car</Trans>
          </p>
        )}
      </div>
    </div>
  );
}
