import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { BackLink } from "#/shared/operator/BackLink";
import { useDeed } from "#/shared/operator/useDeed";
import { Button } from "#/shared/ui/Button";
import { ConfirmDialog } from "#/shared/ui/ConfirmDialog";
import { Icon } from "#/shared/ui/Icon";
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
      {/* A new version is a new form: what was typed is saved by then. */}
      {(template) => <Editor key={template.version} template={template} />}
    </QueryView>
  );
}

function Editor({ template }: { template: Template }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { template_id, version } = template;
  const refresh = [["admin", "configuration-templates"]];
  const save = useDeed({
    run: (fields: TemplateFields) => replaceTemplate(template_id, { ...fields, version }),
    refresh,
    said: t`Saved. Apply it, so that chargers hear of it.`,
    quiet: true,
  });
  const remove = useDeed({
    run: () => deleteTemplate(template),
    refresh,
    said: t`The template is deleted.`,
    onDone: () => navigate({ to: "/admin/configuration-templates" }),
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
          <Button icon={<Icon name="trash" className="size-4" />} onClick={() => setAsking(true)}>
            <Trans>Delete</Trans>
          </Button>
        }
      />
      <div className="grid gap-5">
        <TemplateForm
          template={template}
          onSave={(fields) => save.mutate(fields)}
          busy={save.isPending}
          error={save.error}
        />
        <Compliance template={template} />
      </div>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate(undefined)}
        busy={remove.isPending}
        title={t`Delete this template?`}
        confirm={t`Delete template`}
      >
        <Trans>What chargers were already asked for stays wanted of them.</Trans>
      </ConfirmDialog>
    </>
  );
}
