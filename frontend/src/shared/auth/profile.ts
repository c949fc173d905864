import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { type UserSchema, unwrap, userApi } from "#/shared/api/user";
import { accessToken } from "./session";

export type Profile = UserSchema<"UserView">;

/** Who the API says this is; its role decides, not the token's claims. */
export const profileQuery = queryOptions({
  queryKey: ["profile"],
  queryFn: ({ signal }) => unwrap(userApi.GET("/auth/profile", { signal })),
  staleTime: 60_000,
});

/** The person behind a guarded route; the guard has loaded it. */
export function useProfile(): Profile {
  return useSuspenseQuery(profileQuery).data;
}

/** The person, or null for somebody who has not signed in (or whose profile is not here yet). */
export function useMaybeProfile(): Profile | null {
  const isSignedIn = accessToken() !== null;
  return useQuery({ ...profileQuery, enabled: isSignedIn }).data ?? null;
}
