import { createClient } from "./client";
import type { components, paths } from "./schema/admin";

export { unwrap } from "./unwrap";

/** What operators may ask. */
export const adminApi = createClient<paths>();

/** A named shape of the operators' API. */
export type AdminSchema<Name extends keyof components["schemas"]> = components["schemas"][Name];
