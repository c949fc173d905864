import { queryOptions } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";

export type User = AdminSchema<"UserView">;

export function userQuery(userId: string) {
  return queryOptions({
    queryKey: ["admin", "user", userId],
    queryFn: ({ signal }) =>
      unwrap(
        adminApi.GET("/api/admin/users/{user_id}", {
          params: { path: { user_id: userId } },
          signal,
        }),
      ),
  });
}
