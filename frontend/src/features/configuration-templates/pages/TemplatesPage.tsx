import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Ago } from "#/shared/operator/Ago";
import { ButtonLink } from "#/shared/ui/Button";
import { Card } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { type Template, templatesQuery } from "../api/templates";

/** Sets of values that chargers of a model should have. */
export function TemplatesPage() {
  const { t } = useLingui();
  const query = useInfiniteQuery(templatesQuery);
  const newButton = (
    <ButtonLink
      kind="primary"
      to="/admin/configuration-templates/new"
      icon={<Icon name="plus" className="size-4" />}
    >
      <Trans>New template</Trans>
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t`Configuration templates`}
        lead={<Trans>What all chargers of a model should be set to.</Trans>}
        actions={newButton}
      />
      <Card className="overflow-hidden">
        <QueryView query={query}>
          {(templates) =>
            templates.length === 0 ? (
              <EmptyState
                icon={<Icon name="settings-2" />}
                title={t`No templates yet`}
                action={newButton}
              >
                <Trans>
                  Write down once how a model is set up, and apply it to every charger you add.
                </Trans>
              </EmptyState>
            ) : (
              <TemplateTable templates={templates} />
            )
          }
        </QueryView>
        <LoadMore query={query} />
      </Card>
    </>
  );
}

function TemplateTable({ templates }: { templates: Template[] }) {
  const { t } = useLingui();
  return (
    <Table
      caption={t`Configuration templates`}
      head={
        <>
          <Th>{t`Name`}</Th>
          <Th>{t`For`}</Th>
          <Th className="text-right">{t`Keys`}</Th>
          <Th>{t`Created`}</Th>
        </>
      }
    >
      {templates.map((template) => (
        <Tr key={template.template_id}>
          <Td className="min-w-44">
            <Link
              to="/admin/configuration-templates/$templateId"
              params={{ templateId: template.template_id }}
              className="font-medium text-brand-ink underline-offset-4 hover:underline"
            >
              {template.name}
            </Link>
          </Td>
          <Td className="text-muted">
            {template.vendor} {template.model ?? t`(all models)`}
          </Td>
          <Td numeric>{template.settings.length}</Td>
          <Td className="text-muted">
            <Ago at={template.created_at} />
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
