import createClient from "openapi-fetch";
import type { components, paths } from "./schema/admin";
import { send } from "./send";

export { unwrap } from "./unwrap";

/** What operators may ask. */
export const adminApi = createClient<paths>({ baseUrl: window.location.origin, fetch: send });

/** A named shape of the operators' API. */
export type AdminSchema<Name extends keyof components["schemas"]> = components["schemas"][Name];
