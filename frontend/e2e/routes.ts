/** Every address without parameters of its own, by who may open it. */
export const PUBLIC_PATHS = [
  "/",
  "/scan",
  "/sign-in",
  "/signed-out",
  "/forbidden",
  "/no/such/page",
];
export const DRIVER_PATHS = ["/history", "/wallet", "/profile"];
export const ADMIN_PATHS = [
  "/admin",
  "/admin/audit",
  "/admin/billing",
  "/admin/chargers",
  "/admin/chargers/new",
  "/admin/codes",
  "/admin/commands",
  "/admin/configuration-templates",
  "/admin/configuration-templates/new",
  "/admin/firmware",
  "/admin/id-tags",
  "/admin/messages",
  "/admin/reviews",
  "/admin/stations",
  "/admin/tariffs",
  "/admin/tariffs/new",
  "/admin/transactions",
  "/admin/unknown-chargers",
  "/admin/users",
];

/** The pages of one charger. */
export function chargerPaths(chargerId: string): string[] {
  const tabs = ["", "/commands", "/configuration", "/findings", "/messages", "/plans", "/security"];
  const more = ["/sessions", "/uploads"];
  return [...tabs, ...more].map((tab) => `/admin/chargers/${chargerId}${tab}`);
}
