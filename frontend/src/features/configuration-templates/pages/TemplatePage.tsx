import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { AskFirst } from "#/shared/operator/AskFirst";
import { BackLink } from "#/shared/operator/BackLink";
import { useEdit } from "#/shared/operator/useEdit";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import {
  deleteTemplate,
  replaceTemplate,
  type Template,
  type TemplateFields,
  templateQuery,
} from "../api/templates";
import { Compliance } from "../components/Compliance";
import { TemplateForm } from "../components/TemplateForm";

export function TemplatePage({ templateId }: { templateId: string }) {
  const query = useQuery(templateQuery(templateId));
  return (
    <QueryView query={query}>
      {(template) => <Editor key={template.template_id} template={template} />}
    </QueryView>
  );
}

function Editor({ template }: { template: Template }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { template_id } = template;
  const refresh = [["admin", "configuration-templates"]];
  const edit = useEdit({
    latest: template,
    save: (fields: TemplateFields, { version }) =>
      replaceTemplate(template_id, { ...fields, version }),
    read: (client) => client.fetchQuery({ ...templateQuery(template_id), staleTime: 0 }),
    refresh,
    said: t`Saved. Apply it, so that chargers hear of it.`,
  });
  return (
    <>
      <PageHeader
        title={template.name}
        above={
          <BackLink to="/admin/configuration-templates">
            <Trans>Configuration templates</Trans>
          </BackLink>
        }
        actions={
          <AskFirst
            icon="trash"
            name={t`Delete`}
            title={t`Delete this template?`}
            confirm={t`Delete template`}
            run={() => deleteTemplate(template)}
            refresh={refresh}
            said={t`The template is deleted.`}
            onDone={() => navigate({ to: "/admin/configuration-templates" })}
          >
            <Trans>What chargers were already asked for stays wanted of them.</Trans>
          </AskFirst>
        }
      />
      <div className="grid gap-5">
        <TemplateForm
          key={edit.begun.version}
          template={edit.begun}
          onSave={edit.save}
          onReload={edit.reload}
          busy={edit.busy}
          error={edit.error}
        />
        <Compliance template={template} />
      </div>
    </>
  );
}
