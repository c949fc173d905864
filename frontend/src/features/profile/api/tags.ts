import { pagedQuery } from "#/shared/api/pages";
import { unwrap, userApi } from "#/shared/api/user";

export function tagsQuery(userId: string) {
  return pagedQuery(["tags", userId], (cursor, signal) =>
    unwrap(
      userApi.GET("/users/{user_id}/id-tags", {
        params: { path: { user_id: userId }, query: { cursor, limit: 50 } },
        signal,
      }),
    ),
  );
}
