import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { AdminSchema } from "#/shared/api/admin";
import { useFormat } from "#/shared/lib/useFormat";
import { Ago } from "#/shared/operator/Ago";
import { ButtonLink } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { QueryView } from "#/shared/ui/QueryView";
import { uploadsQuery } from "../api/knowledge";

/** How firmware updates and diagnostics uploads went. */
export function UploadsTab({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const query = useQuery(uploadsQuery(chargerId));
  return (
    <QueryView query={query}>
      {({ firmware, diagnostics, log }) => (
        <div className="grid gap-5 lg:grid-cols-3">
          <Progress
            title={t`Firmware`}
            steps={firmware}
            chargerId={chargerId}
            command="UpdateFirmware"
            ask={t`Update firmware`}
          />
          <Progress
            title={t`Diagnostics`}
            steps={diagnostics}
            chargerId={chargerId}
            command="GetDiagnostics"
            ask={t`Ask for diagnostics`}
          />
          <Progress
            title={t`Logs`}
            steps={log}
            chargerId={chargerId}
            command="GetLog"
            ask={t`Ask for a log`}
          />
        </div>
      )}
    </QueryView>
  );
}

interface ProgressProps {
  title: string;
  steps: AdminSchema<"ProgressView">[];
  chargerId: string;
  command: string;
  ask: string;
}

function Progress({ title, steps, chargerId, command, ask }: ProgressProps) {
  const { t } = useLingui();
  const format = useFormat();
  const link = (
    <ButtonLink
      size="small"
      to="/admin/chargers/$chargerId/commands"
      params={{ chargerId }}
      search={{ action: command }}
    >
      {ask}
    </ButtonLink>
  );
  return (
    <Section title={title} actions={link}>
      {steps.length === 0 ? (
        <EmptyState icon={<Icon name="file-down" />} title={t`Nothing reported`}>
          <Trans>The charger tells here how far it is, once it is asked.</Trans>
        </EmptyState>
      ) : (
        <ol className="grid gap-3">
          {steps.map((step) => (
            <li
              key={`${step.at} ${step.status}`}
              className="flex items-baseline justify-between gap-4"
            >
              <span className="font-medium">{step.status}</span>
              <span className="text-sm text-muted" title={format.precise(step.at)}>
                <Ago at={step.at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
