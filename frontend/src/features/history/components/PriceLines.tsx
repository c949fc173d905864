import { Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import type { ReceiptDocument } from "../api/receipt";

type Price = ReceiptDocument["price"];
type Line = Price["lines"][number];

/** How the price came about, line by line as it was rounded. */
export function PriceLines({ price, refundedMinor }: { price: Price; refundedMinor: number }) {
  const { t } = useLingui();
  const format = useFormat();
  const name = useLineName(price.currency);
  const money = (minor: number) => format.money(minor, price.currency);
  return (
    <table className="w-full border-b border-dashed border-line-strong">
      <caption className="sr-only">{t`How the price came about`}</caption>
      <tbody className="tabular">
        {price.lines.map((line, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their order.
          <Row key={row} label={name(line)} value={money(line.amount_minor)} />
        ))}
        {price.tax_minor !== 0 ? (
          <Row label={t`of which tax`} value={money(price.tax_minor)} isQuiet />
        ) : null}
        <tr className="border-t border-line font-semibold">
          <th scope="row" className="px-6 py-3 text-left font-semibold">
            <Trans>Total</Trans>
          </th>
          <td className="px-6 py-3 text-right">{money(price.total_minor)}</td>
        </tr>
        {refundedMinor !== 0 ? <Row label={t`Refunded`} value={money(refundedMinor)} /> : null}
      </tbody>
    </table>
  );
}

function Row({
  label,
  value,
  isQuiet = false,
}: {
  label: string;
  value: string;
  isQuiet?: boolean;
}) {
  return (
    <tr className={isQuiet ? "text-sm text-muted" : undefined}>
      <th scope="row" className="px-6 py-2 text-left font-normal">
        {label}
      </th>
      <td className="px-6 py-2 text-right whitespace-nowrap">{value}</td>
    </tr>
  );
}

function useLineName(currency: string): (line: Line) => string {
  const { t } = useLingui();
  const format = useFormat();
  return (line) => {
    const rate = line.rate_micro === null ? "" : format.rate(line.rate_micro, currency);
    const energy = format.energy(line.quantity);
    const time = format.duration(line.quantity);
    const window = line.name ? ` (${line.name})` : "";
    const names: Record<string, string> = {
      energy: t`${energy} at ${rate}` + window,
      time: t`${time} of charging at ${rate} per minute` + window,
      idle: t`${time} plugged in when full, at ${rate} per minute`,
      "session-fee": t`Per session`,
      minimum: t`Up to the least amount`,
      maximum: t`Down to the most`,
      tax: t`Tax`,
    };
    return names[line.kind] ?? line.kind;
  };
}
