import { queryOptions } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { live } from "#/shared/live/live";

export type Tag = AdminSchema<"OperatorTagView">;
export type TagFields = AdminSchema<"TagFields">;

/** Tags in order, or those of a person, or those that begin so. */
export function tagsQuery({ userId, prefix }: { userId?: string; prefix?: string }) {
  return pagedQuery(["admin", "id-tags", userId ?? "", prefix ?? ""], (cursor, signal) =>
    unwrap(
      adminApi.GET("/api/admin/id-tags", {
        params: { query: { user_id: userId, prefix, cursor, limit: 50 } },
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

/** Takes a tag out of the inbox, until it is presented again. */
export function dismissUnknownTag(idTag: string) {
  return unwrap(
    adminApi.DELETE("/api/admin/unknown-id-tags/{id_tag}", {
      params: { path: { id_tag: idTag } },
    }),
  );
}

export function createTag(body: AdminSchema<"NewTag">) {
  return unwrap(adminApi.POST("/api/admin/id-tags", { body }));
}

export function readTag(idTag: string) {
  return unwrap(
    adminApi.GET("/api/admin/id-tags/{id_tag}", { params: { path: { id_tag: idTag } } }),
  );
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
