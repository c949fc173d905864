import { createClient } from "./client";
import type { components, paths } from "./schema/user";

export { unwrap } from "./unwrap";

/** What drivers may ask. */
export const userApi = createClient<paths>();

/** A named shape of the drivers' API. */
export type UserSchema<Name extends keyof components["schemas"]> = components["schemas"][Name];
