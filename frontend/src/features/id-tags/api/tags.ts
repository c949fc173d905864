import { queryOptions } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { live } from "#/shared/live/live";

export type Tag = AdminSchema<"TagView">;
export type NewTag = AdminSchema<"NewTag">;

/** Tags in order, or those of a person. */
export function tagsQuery(userId: string | undefined) {
  return pagedQuery(["admin", "id-tags", userId ?? ""], (cursor, signal) =>
    unwrap(
      adminApi.GET("/api/admin/id-tags", {
        params: { query: { user_id: userId, cursor, limit: 50 } },
        signal,
      }),
    ),
  );
}

export const unknownTagsQuery = queryOptions({
  queryKey: ["admin", "unknown-id-tags"],
  queryFn: ({ signal }) => unwrap(adminApi.GET("/api/admin/unknown-id-tags", { signal })),
  ...live(),
});

export function createTag(body: NewTag) {
  return unwrap(adminApi.POST("/api/admin/id-tags", { body }));
}

export function replaceTag(idTag: string, body: AdminSchema<"TagEdit">) {
  return unwrap(
    adminApi.PUT("/api/admin/id-tags/{id_tag}", { params: { path: { id_tag: idTag } }, body }),
  );
}

export function deleteTag(idTag: string) {
  return unwrap(
    adminApi.DELETE("/api/admin/id-tags/{id_tag}", { params: { path: { id_tag: idTag } } }),
  );
}
