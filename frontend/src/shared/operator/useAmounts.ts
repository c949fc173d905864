import { useLingui } from "@lingui/react/macro";
import { minorToDecimal } from "#/shared/lib/format";
import { useFormat } from "#/shared/lib/useFormat";

const EXAMPLE_MINOR = 1250;

/** Amounts of a currency as a person types them, and what to say of one that is none. */
export function useAmounts(currency: string) {
  const { t } = useLingui();
  const format = useFormat();
  const typed = (minor: number) => format.decimal(minorToDecimal(minor, currency));
  return { typed, mistake: t`Type an amount, as ${typed(EXAMPLE_MINOR)}.` };
}
