import { Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { Facts } from "#/shared/ui/Facts";
import type { PriceTag } from "./stations";

/** What charging costs here, every part of it. */
export function PriceFacts({ price }: { price: PriceTag }) {
  const { t } = useLingui();
  const format = useFormat();
  const { currency } = price;
  const grace = format.duration(price.idle_grace_s);
  const tax = format.share(price.tax_rate_micro);
  const rate = (label: string, micro: number, unit: string) =>
    micro > 0 ? { label, value: `${format.rate(micro, currency)} / ${unit}` } : null;
  const amount = (label: string, minor: number | null) =>
    minor ? { label, value: format.money(minor, currency) } : null;
  return (
    <>
      <Facts
        facts={[
          {
            label: t`Energy`,
            value: `${format.rate(price.energy_rate_micro_per_kwh, currency)} / kWh`,
          },
          rate(t`While charging`, price.minute_rate_micro, t`min`),
          amount(t`Per session`, price.session_fee_minor),
          rate(
            price.idle_grace_s > 0
              ? t`Full and still plugged in, after ${grace}`
              : t`Full and still plugged in`,
            price.idle_rate_micro,
            t`min`,
          ),
          amount(t`At least`, price.minimum_minor),
          amount(t`At most`, price.maximum_minor),
          ...price.windows.map((window) => ({
            label: `${window.name} (${window.begins.slice(0, 5)}–${window.ends.slice(0, 5)})`,
            value: `${format.rate(window.energy_rate_micro_per_kwh, currency)} / kWh`,
          })),
        ]}
      />
      <p className="mt-2 text-sm text-muted">
        {price.tax_included ? <Trans>{tax} tax included.</Trans> : <Trans>Plus {tax} tax.</Trans>}
      </p>
    </>
  );
}
