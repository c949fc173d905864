import { useLingui } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { moneyIn } from "./units";

const EXAMPLE_MINOR = 1250;

/** Amounts of a currency as a person types them, and what to say of one that is none. */
export function useAmounts(currency: string) {
  const { t } = useLingui();
  const format = useFormat();
  const unit = moneyIn(currency);
  const typed = (minor: number) => format.decimal(unit.write(minor));
  return { unit, typed, mistake: t`Type an amount, as ${typed(EXAMPLE_MINOR)}.` };
}
