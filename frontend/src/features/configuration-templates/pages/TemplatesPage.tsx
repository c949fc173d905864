import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Ago } from "#/shared/operator/Ago";
import { ListPage } from "#/shared/operator/ListPage";
import { ButtonLink } from "#/shared/ui/Button";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { type Template, templatesQuery } from "../api/templates";

/** Sets of values that chargers of a model should have. */
export function TemplatesPage() {
  const { t } = useLingui();
  const query = useInfiniteQuery(templatesQuery);
  return (
    <ListPage
      title={t`Configuration templates`}
      lead={<Trans>What all chargers of a model should be set to.</Trans>}
      action={
        <ButtonLink
          kind="primary"
          to="/admin/configuration-templates/new"
          icon={<Icon name="plus" className="size-4" />}
        >
          <Trans>New template</Trans>
        </ButtonLink>
      }
      query={query}
      empty={{
        icon: "settings-2",
        title: t`No templates yet`,
        text: (
          <Trans>
            Write down once how a model is set up, and apply it to every charger you add.
          </Trans>
        ),
      }}
      more={<LoadMore query={query} />}
    >
      {(templates) => <TemplateTable templates={templates} />}
    </ListPage>
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
