import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { BackLink } from "#/shared/operator/BackLink";
import { useDeed } from "#/shared/operator/useDeed";
import { PageHeader } from "#/shared/ui/PageHeader";
import { createTemplate } from "../api/templates";
import { TemplateForm } from "../components/TemplateForm";

export function NewTemplatePage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const deed = useDeed({
    run: createTemplate,
    refresh: [["admin", "configuration-templates"]],
    said: t`The template is there. Apply it to chargers below.`,
    quiet: true,
    onDone: ({ template_id }) =>
      navigate({
        to: "/admin/configuration-templates/$templateId",
        params: { templateId: template_id },
      }),
  });
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={t`New template`}
        above={
          <BackLink to="/admin/configuration-templates">
            <Trans>Configuration templates</Trans>
          </BackLink>
        }
      />
      <TemplateForm
        template={null}
        onSave={(fields) => deed.mutate(fields)}
        busy={deed.isPending}
        error={deed.error}
      />
    </div>
  );
}
