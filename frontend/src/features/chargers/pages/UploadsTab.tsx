import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ButtonLink } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { QueryView } from "#/shared/ui/QueryView";
import { diagnosticsQuery, firmwareQuery } from "../api/knowledge";
import { ReceivedFiles } from "../components/ReceivedFiles";
import { Transfer } from "../components/Transfer";

/** What the charger runs, how its updates and uploads went, and the files that it sent. */
export function UploadsTab({ chargerId }: { chargerId: string }) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-3">
      <FirmwareCard chargerId={chargerId} />
      <DiagnosticsCards chargerId={chargerId} />
    </div>
  );
}

function FirmwareCard({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const query = useQuery(firmwareQuery(chargerId));
  const link = (
    <ButtonLink size="small" to="/admin/firmware">
      <Trans>Install firmware</Trans>
    </ButtonLink>
  );
  return (
    <Section title={t`Firmware`} actions={link}>
      <QueryView query={query}>
        {({ firmware_version, update, statuses, needs_own_address }) => (
          <div className="grid gap-3">
            <p>
              <span className="text-muted">{t`It runs`}</span>{" "}
              <span className="font-medium">
                {firmware_version ?? t`something it did not name`}
              </span>
            </p>
            {needs_own_address ? <OnlyFtp /> : null}
            <Transfer
              transfer={update}
              statuses={statuses}
              none={t`No update was asked for yet.`}
            />
          </div>
        )}
      </QueryView>
    </Section>
  );
}

function DiagnosticsCards({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const query = useQuery(diagnosticsQuery(chargerId));
  return (
    <QueryView query={query}>
      {(told) => (
        <>
          <Section
            title={t`Diagnostics`}
            actions={
              <AskLink chargerId={chargerId} command="GetDiagnostics">
                <Trans>Ask for diagnostics</Trans>
              </AskLink>
            }
          >
            {told.needs_own_address ? <OnlyFtp /> : null}
            <Transfer
              transfer={told.diagnostics}
              statuses={told.diagnostics_statuses}
              none={t`None were asked for yet.`}
            />
          </Section>
          <Section
            title={t`Logs`}
            actions={
              <AskLink chargerId={chargerId} command="GetLog">
                <Trans>Ask for a log</Trans>
              </AskLink>
            }
          >
            <Transfer
              transfer={told.log}
              statuses={told.log_statuses}
              none={t`None were asked for yet.`}
            />
          </Section>
          <ReceivedFiles chargerId={chargerId} files={told.files} />
        </>
      )}
    </QueryView>
  );
}

interface AskProps {
  chargerId: string;
  command: string;
  children: ReactNode;
}

function AskLink({ chargerId, command, children }: AskProps) {
  return (
    <ButtonLink
      size="small"
      to="/admin/chargers/$chargerId/commands"
      params={{ chargerId }}
      search={{ action: command }}
    >
      {children}
    </ButtonLink>
  );
}

function OnlyFtp() {
  return (
    <p className="rounded-control bg-warn-soft px-3 py-2 text-sm text-warn">
      <Trans>
        This charger cannot transfer files over HTTP. Give an ftp:// address of your own with the
        command.
      </Trans>
    </p>
  );
}
