import { instantOf, textOf } from "#/shared/operator/form";
import { MILLIONTHS, MINUTES, moneyIn, PERCENT, type Unit } from "#/shared/operator/units";
import type { TariffFields, Window } from "./tariffs";

export type FigureName = keyof ReturnType<typeof unitsIn>;

/** What the figures of a tariff are typed in. */
export function unitsIn(currency: string) {
  const money = moneyIn(currency);
  return {
    energy_rate_micro_per_kwh: MILLIONTHS,
    session_fee_minor: money,
    minute_rate_micro: MILLIONTHS,
    idle_rate_micro: MILLIONTHS,
    idle_grace_s: MINUTES,
    minimum_minor: money,
    maximum_minor: money,
    tax_rate_micro: PERCENT,
  };
}

/** The fields that a filled form means, or the names of those that are no numbers. */
export function readTariff(
  form: FormData,
  units: Record<FigureName, Unit>,
  windows: Window[],
): { fields: TariffFields } | { wrong: FigureName[] } {
  const wrong: FigureName[] = [];
  const figure = (name: FigureName) => {
    const text = textOf(form, name);
    if (text === "") return null;
    const value = units[name].read(text);
    if (value === null || value < 0) wrong.push(name);
    return value;
  };
  const fields: TariffFields = {
    name: textOf(form, "name"),
    energy_rate_micro_per_kwh: figure("energy_rate_micro_per_kwh") ?? 0,
    session_fee_minor: figure("session_fee_minor") ?? 0,
    minute_rate_micro: figure("minute_rate_micro") ?? 0,
    idle_rate_micro: figure("idle_rate_micro") ?? 0,
    idle_grace_s: figure("idle_grace_s") ?? 0,
    minimum_minor: figure("minimum_minor") ?? 0,
    maximum_minor: figure("maximum_minor"),
    tax_rate_micro: figure("tax_rate_micro") ?? 0,
    tax_included: form.has("tax_included"),
    charge_zero_energy: form.has("charge_zero_energy"),
    valid_from: instantOf(form, "valid_from"),
    valid_to: instantOf(form, "valid_to"),
    windows,
  };
  return wrong.length > 0 ? { wrong } : { fields };
}
