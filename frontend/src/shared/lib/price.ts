interface Rates {
  energy_rate_micro_per_kwh: number;
  session_fee_minor: number;
  tax_rate_micro: number;
  tax_included: boolean;
}

/**
 * What a running session has cost so far, in minor units: each line rounded half up, as on a bill.
 * Only an estimate for the eye; the bill comes from the server. digits: of the currency.
 */
export function estimateMinor(energyWh: number, price: Rates, digits: number): number {
  if (energyWh <= 0) return 0;
  // Wh × 10⁻⁶ per kWh = 10⁻⁹ major units; BigInt, since the product leaves the safe integers.
  const perMinor = 10n ** BigInt(9 - digits);
  const energy = halfUp(BigInt(energyWh) * BigInt(price.energy_rate_micro_per_kwh), perMinor);
  const net = energy + BigInt(price.session_fee_minor);
  if (price.tax_included) return Number(net);
  return Number(net + halfUp(net * BigInt(price.tax_rate_micro), 1_000_000n));
}

function halfUp(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}
