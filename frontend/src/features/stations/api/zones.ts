/** The time zones that this browser knows. */
export function knownZones(): string[] {
  return Intl.supportedValuesOf("timeZone");
}
