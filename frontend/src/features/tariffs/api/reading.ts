import { currencyDigits } from "#/shared/lib/format";
import { scaledOf } from "#/shared/operator/decimals";
import { instantOf, textOf } from "#/shared/operator/form";
import type { TariffFields, Window } from "./tariffs";

const RATE_DIGITS = 6;
const SHARE_DIGITS = 4;

/** The fields that a filled form means, or the names of those that are no numbers. */
export function readTariff(
  form: FormData,
  currency: string,
  windows: Window[],
): { fields: TariffFields } | { wrong: string[] } {
  const wrong: string[] = [];
  const number = (name: string, digits: number) => {
    const text = textOf(form, name);
    if (text === "") return null;
    const value = scaledOf(text, digits);
    if (value === null || value < 0) wrong.push(name);
    return value;
  };
  const digits = currencyDigits(currency);
  const fields: TariffFields = {
    name: textOf(form, "name"),
    energy_rate_micro_per_kwh: number("energy_rate_micro_per_kwh", RATE_DIGITS) ?? 0,
    session_fee_minor: number("session_fee_minor", digits) ?? 0,
    minute_rate_micro: number("minute_rate_micro", RATE_DIGITS) ?? 0,
    idle_rate_micro: number("idle_rate_micro", RATE_DIGITS) ?? 0,
    idle_grace_s: (number("idle_grace_s", 0) ?? 0) * 60,
    minimum_minor: number("minimum_minor", digits) ?? 0,
    maximum_minor: number("maximum_minor", digits),
    // Typed in percent: 19 is 190000 millionths.
    tax_rate_micro: number("tax_rate_micro", SHARE_DIGITS) ?? 0,
    tax_included: form.has("tax_included"),
    charge_zero_energy: form.has("charge_zero_energy"),
    valid_from: instantOf(form, "valid_from"),
    valid_to: instantOf(form, "valid_to"),
    windows,
  };
  return wrong.length > 0 ? { wrong } : { fields };
}
