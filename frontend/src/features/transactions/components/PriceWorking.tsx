import { useLingui } from "@lingui/react/macro";
import type { AdminSchema } from "#/shared/api/admin";
import { useWord } from "#/shared/i18n/words";
import { useFormat } from "#/shared/lib/useFormat";
import { useTariffNames } from "#/shared/operator/tariffs";
import { PRICE_LINES } from "#/shared/operator/words/transactions";
import { Section } from "#/shared/ui/Card";
import { Facts } from "#/shared/ui/Facts";
import type { TransactionDetail } from "../api/transactions";

type Line = AdminSchema<"PriceLineView">;

/** How the price came about, line by line. */
export function PriceWorking({ transaction }: { transaction: TransactionDetail }) {
  const { t } = useLingui();
  const format = useFormat();
  const tariffName = useTariffNames();
  const word = useWord();
  const { price, tariff_id, billed_at } = transaction;
  if (price === null) {
    return (
      <Section title={t`Price`}>
        <p className="text-muted">{t`No tariff: nothing is charged.`}</p>
      </Section>
    );
  }
  const { currency } = price;
  const quantity = (line: Line) => {
    const amount =
      line.unit === "Wh"
        ? format.energy(line.quantity)
        : line.unit === "s"
          ? format.duration(line.quantity)
          : format.number(line.quantity);
    const per = line.unit === "Wh" ? t`kWh` : t`min`;
    return line.rate_micro === null
      ? amount
      : `${amount} × ${format.rate(line.rate_micro, currency)} / ${per}`;
  };
  return (
    <Section title={billed_at ? t`Price` : t`Price so far`}>
      <p className="text-3xl font-semibold tracking-tight tabular">
        {format.money(price.total_minor, currency)}
      </p>
      <p className="mb-2 text-sm text-muted">{tariff_id ? tariffName(tariff_id) : null}</p>
      <Facts
        facts={[
          ...price.lines.map((line) => ({
            label: (
              <span className="grid">
                <span className="text-ink">{line.name ?? word(PRICE_LINES, line.kind)}</span>
                <span className="text-xs">{quantity(line)}</span>
              </span>
            ),
            value: format.money(line.amount_minor, currency),
          })),
          { label: t`Net`, value: format.money(price.net_minor, currency) },
          { label: t`Tax`, value: format.money(price.tax_minor, currency) },
        ]}
      />
    </Section>
  );
}
