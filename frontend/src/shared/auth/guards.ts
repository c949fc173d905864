import { redirect } from "@tanstack/react-router";
import { ApiError } from "#/shared/api/problem";
import { queryClient } from "#/shared/api/queryClient";
import { type Profile, profileQuery } from "./profile";
import { accessToken } from "./session";

interface Situation {
  location: { href: string };
}

/** The person who has just signed in. */
export function whoIsThis(): Promise<Profile> {
  return queryClient.fetchQuery(profileQuery);
}

/** For `beforeLoad`: somebody must be signed in; they come back after signing in. */
export async function requireUser({ location }: Situation): Promise<Profile> {
  const signIn = redirect({ to: "/sign-in", search: { to: location.href }, replace: true });
  if (accessToken() === null) throw signIn;
  try {
    return await queryClient.ensureQueryData(profileQuery);
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) throw signIn;
    if (error instanceof ApiError && error.status === 403) {
      throw redirect({ to: "/forbidden", search: { from: location.href }, replace: true });
    }
    throw error;
  }
}

/** For `beforeLoad` of every operator's route: runs before any of its code is fetched. */
export async function requireAdmin(situation: Situation): Promise<Profile> {
  const profile = await requireUser(situation);
  if (profile.role !== "ADMIN") {
    throw redirect({
      to: "/forbidden",
      search: { from: situation.location.href },
      replace: true,
    });
  }
  return profile;
}
