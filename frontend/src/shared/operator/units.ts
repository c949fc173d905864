import { scaledOf, scaledText } from "#/shared/lib/decimals";
import { decimalToMinor, minorToDecimal } from "#/shared/lib/format";

/** How a field counts what the API counts in small units: 22000 W are 22 in a field of kilowatts. */
export interface Unit {
  /** A figure of the API in the field's unit, exactly, with a point. */
  write: (figure: number) => string;
  /** What a person typed, as a figure of the API; null when it is none. */
  read: (text: string) => number | null;
}

/** Watts in kilowatts, watt-hours in kilowatt-hours. */
export const KILO = decimal(3);
export const MILLIONTHS = decimal(6);
/** Millionths in percent: 190000 are 19. */
export const PERCENT = decimal(4);

/** Seconds in minutes; four digits behind the point tell every second. */
export const MINUTES: Unit = {
  write: (seconds) => shortest(scaledText(Math.round((seconds * 10_000) / 60), 4)),
  read: (text) => {
    const typed = scaledOf(text, 4);
    return typed === null ? null : Math.round((typed * 60) / 10_000);
  },
};

/** Minor units in those that people count: 1250 are 12.50 euros. */
export function moneyIn(currency: string): Unit {
  return {
    write: (minor) => minorToDecimal(minor, currency),
    read: (text) => decimalToMinor(text, currency),
  };
}

function decimal(digits: number): Unit {
  return {
    write: (figure) => shortest(scaledText(figure, digits)),
    read: (text) => scaledOf(text, digits),
  };
}

/** Without zeros that say nothing. */
function shortest(decimal: string): string {
  return decimal.replace(/\.?0+$/, "");
}
