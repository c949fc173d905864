import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import * as format from "./format";

/** The functions of format.ts, bound to the language of the page. */
export function useFormat() {
  const { i18n } = useLingui();
  const locale = i18n.locale === "pseudo" ? "en" : i18n.locale;
  return useMemo(() => bind(locale), [locale]);
}

function bind(locale: string) {
  return {
    decimal: (exact: string) => format.formatDecimal(locale, exact),
    money: (amountMinor: number, currency: string) =>
      format.formatMoney(locale, amountMinor, currency),
    rate: (rateMicro: number, currency: string) => format.formatRate(locale, rateMicro, currency),
    share: (shareMicro: number) => format.formatShare(locale, shareMicro),
    energy: (energyWh: number) => format.formatEnergy(locale, energyWh),
    energyNumber: (energyWh: number) => format.energyNumber(locale, energyWh),
    power: (powerW: number) => format.formatPower(locale, powerW),
    number: (value: number) => format.formatNumber(locale, value),
    bytes: (bytes: number) => format.formatBytes(locale, bytes),
    percent: (percent: number) => format.formatPercent(locale, percent),
    dateTime: (at: string, zone?: string) => format.formatDateTime(locale, at, zone),
    precise: (at: string, zone?: string) => format.formatPrecise(locale, at, zone),
    date: (at: string, zone?: string) => format.formatDate(locale, at, zone),
    time: (at: string, zone?: string) => format.formatTime(locale, at, zone),
    clock: (at: string, zone?: string) => format.formatClock(locale, at, zone),
    day: (at: string) => format.formatDay(locale, at),
    month: (at: string) => format.formatMonth(locale, at),
    weekday: (date: Date) => format.formatWeekday(locale, date),
    zone: (at: string, zone: string) => format.formatZone(locale, at, zone),
    duration: (seconds: number) => format.formatDuration(locale, seconds),
    age: (seconds: number) => format.formatAge(locale, seconds),
    distance: (metres: number) => format.formatDistance(locale, metres),
  };
}
