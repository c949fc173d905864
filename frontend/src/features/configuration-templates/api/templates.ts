import { queryOptions } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { live } from "#/shared/live/live";

export type Template = AdminSchema<"TemplateView">;
export type TemplateFields = AdminSchema<"TemplateFields">;
export type Setting = AdminSchema<"SettingFields">;
export type ChargerState = AdminSchema<"ChargerStateView">;
export type ChargerOutcome = AdminSchema<"ChargerOutcomeView">;

const MOST_PAGES = 50;

export const templatesQuery = pagedQuery(["admin", "configuration-templates"], (cursor, signal) =>
  unwrap(
    adminApi.GET("/api/admin/configuration-templates", { params: { query: { cursor } }, signal }),
  ),
);

function at(templateId: string) {
  return { path: { template_id: templateId } };
}

export function templateQuery(templateId: string) {
  return queryOptions({
    queryKey: ["admin", "configuration-templates", templateId],
    queryFn: ({ signal }) =>
      unwrap(
        adminApi.GET("/api/admin/configuration-templates/{template_id}", {
          params: at(templateId),
          signal,
        }),
      ),
  });
}

/** How each charger that a template is for stands to it. */
export function chargerStatesQuery(templateId: string) {
  return {
    ...pagedQuery(["admin", "configuration-templates", templateId, "chargers"], (cursor, signal) =>
      unwrap(
        adminApi.GET("/api/admin/configuration-templates/{template_id}/chargers", {
          params: { ...at(templateId), query: { cursor } },
          signal,
        }),
      ),
    ),
    ...live(),
  };
}

export function createTemplate(body: TemplateFields) {
  return unwrap(adminApi.POST("/api/admin/configuration-templates", { body }));
}

export function replaceTemplate(templateId: string, body: AdminSchema<"TemplateEdit">) {
  return unwrap(
    adminApi.PUT("/api/admin/configuration-templates/{template_id}", {
      params: at(templateId),
      body,
    }),
  );
}

export function deleteTemplate({ template_id, version }: Template) {
  return unwrap(
    adminApi.DELETE("/api/admin/configuration-templates/{template_id}", {
      params: { ...at(template_id), query: { version } },
    }),
  );
}

/** Asks chargers for what a template wants: those named, or all that it is for. */
export async function applyTemplate(
  templateId: string,
  chargerIds: string[] | null,
): Promise<ChargerOutcome[]> {
  const outcomes: ChargerOutcome[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const body: AdminSchema<"Application"> = { charger_ids: chargerIds, cursor };
    const answer: AdminSchema<"AppliedView"> = await unwrap(
      adminApi.POST("/api/admin/configuration-templates/{template_id}/apply", {
        params: at(templateId),
        body,
      }),
    );
    outcomes.push(...answer.items);
    cursor = answer.next_cursor;
    if (cursor === null) break;
  }
  return outcomes;
}
