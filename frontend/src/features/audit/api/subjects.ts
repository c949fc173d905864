/** What changes can be on, as the trail names it. */
export const SUBJECTS = [
  "charger",
  "station",
  "tariff",
  "id-tag",
  "user",
  "wallet",
  "transaction",
  "firmware",
  "configuration-template",
  "export",
] as const;

export type Subject = (typeof SUBJECTS)[number];
