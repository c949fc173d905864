import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useFormat } from "#/shared/lib/useFormat";
import { AskFirst } from "#/shared/operator/AskFirst";
import { BackLink } from "#/shared/operator/BackLink";
import { Actor } from "#/shared/operator/UserLink";
import { Section } from "#/shared/ui/Card";
import { Facts } from "#/shared/ui/Facts";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { type Firmware, firmwareQuery, withdrawFirmware } from "../api/firmware";
import { FirmwareBadge } from "../components/FirmwareBadge";
import { ImageUpload } from "../components/ImageUpload";
import { Installations } from "../components/Installations";
import { InstallCard } from "../components/InstallCard";

export function FirmwarePage({ firmwareId }: { firmwareId: string }) {
  const query = useQuery(firmwareQuery(firmwareId));
  return <QueryView query={query}>{(firmware) => <Page firmware={firmware} />}</QueryView>;
}

function Page({ firmware }: { firmware: Firmware }) {
  const { state, label } = firmware;
  return (
    <>
      <PageHeader
        title={label}
        above={
          <BackLink to="/admin/firmware">
            <Trans>Firmware</Trans>
          </BackLink>
        }
        lead={<FirmwareBadge state={state} />}
        actions={state === "withdrawn" ? null : <WithdrawButton firmware={firmware} />}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <Details firmware={firmware} />
        <div className="grid gap-5">
          {state === "awaited" || state === "damaged" ? <ImageUpload firmware={firmware} /> : null}
          {state === "available" ? <InstallCard firmware={firmware} /> : null}
          <Installations firmwareId={firmware.firmware_id} />
        </div>
      </div>
    </>
  );
}

function Details({ firmware }: { firmware: Firmware }) {
  const { t } = useLingui();
  const format = useFormat();
  const { vendor, model, size_bytes, sha256 } = firmware;
  return (
    <Section title={t`Details`}>
      <Facts
        facts={[
          { label: t`Version`, value: firmware.version },
          { label: t`For`, value: `${vendor} ${model}`.trim() || t`any charger` },
          {
            label: t`File`,
            value: <span className="break-all">{firmware.file_name}</span>,
          },
          size_bytes === null ? null : { label: t`Size`, value: format.bytes(size_bytes) },
          sha256
            ? {
                label: "SHA-256",
                value: <code className="text-xs break-all select-all">{sha256}</code>,
              }
            : null,
          { label: t`Signed`, value: firmware.is_signed ? t`yes` : t`no` },
          { label: t`Uploaded`, value: format.dateTime(firmware.created_at) },
          {
            label: t`By`,
            value: <Actor id={firmware.created_by} name={firmware.created_by_name} />,
          },
        ]}
      />
    </Section>
  );
}

function WithdrawButton({ firmware }: { firmware: Firmware }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <AskFirst
      icon="trash"
      name={t`Withdraw`}
      title={t`Withdraw this firmware?`}
      confirm={t`Withdraw firmware`}
      run={() => withdrawFirmware(firmware.firmware_id)}
      refresh={[["admin", "firmware"]]}
      said={t`The firmware is withdrawn.`}
      onDone={() => navigate({ to: "/admin/firmware" })}
    >
      <Trans>
        Its file is removed. Chargers that have not downloaded it yet will fail to; who installed it
        stays readable.
      </Trans>
    </AskFirst>
  );
}
