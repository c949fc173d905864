import createClient from "openapi-fetch";
import type { components, paths } from "./schema/user";
import { send } from "./send";

export { unwrap } from "./unwrap";

/** What drivers may ask. */
export const userApi = createClient<paths>({ baseUrl: window.location.origin, fetch: send });

/** A named shape of the drivers' API. */
export type UserSchema<Name extends keyof components["schemas"]> = components["schemas"][Name];
