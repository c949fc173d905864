import { Trans, useLingui } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { Ago } from "#/shared/operator/Ago";
import { useStationNames } from "#/shared/operator/stations";
import { useTransactionStates } from "#/shared/operator/TransactionBadge";
import { useDeed } from "#/shared/operator/useDeed";
import { Badge, type Tone } from "#/shared/ui/Badge";
import { Button } from "#/shared/ui/Button";
import { Icon, type IconName } from "#/shared/ui/Icon";
import { type ExportFile, type ExportState, readExport } from "../api/exports";
import { useKindNames } from "./useKindNames";

const LOOKS: Record<ExportState, { tone: Tone; icon: IconName }> = {
  writing: { tone: "busy", icon: "refresh-cw" },
  done: { tone: "good", icon: "check" },
  failed: { tone: "bad", icon: "circle-x" },
};

/** One file: what it holds, how far it is, and the way to it or why there is none. */
export function ExportRow({ file }: { file: ExportFile }) {
  const { t } = useLingui();
  const format = useFormat();
  const names = useKindNames();
  const restrictions = useRestrictions(file);
  const states: Record<ExportState, string> = {
    writing: t`Being written`,
    done: t`Ready`,
    failed: t`Failed`,
  };
  const { tone, icon } = LOOKS[file.state];
  const rows = format.number(file.rows);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
          {names[file.kind]}
          <Badge tone={tone} icon={<Icon name={icon} />}>
            {states[file.state]}
          </Badge>
        </p>
        <p className="text-sm text-muted">{restrictions}</p>
        <p className="flex flex-wrap gap-x-3 text-sm text-muted tabular">
          <span>
            {file.state === "writing" ? (
              <Trans>{rows} rows so far</Trans>
            ) : (
              <Trans>{rows} rows</Trans>
            )}
          </span>
          {file.size_bytes > 0 ? <span>{format.bytes(file.size_bytes)}</span> : null}
          <Ago at={file.requested_at} />
        </p>
        {file.error === null ? null : <p className="text-sm text-bad">{file.error}</p>}
      </div>
      {file.state === "done" ? (
        <Download exportId={file.export_id} kind={names[file.kind]} />
      ) : null}
    </li>
  );
}

/** The address of a file is good for ten minutes: a fresh one is asked for at each click. */
function Download({ exportId, kind }: { exportId: string; kind: string }) {
  const { t } = useLingui();
  const deed = useDeed({
    run: () => readExport(exportId),
    refresh: [],
    // The file door sends it as an attachment: the page stays.
    onDone: ({ url }) => {
      if (url !== null) window.location.assign(url);
    },
  });
  return (
    <Button
      size="small"
      aria-label={t`Download ${kind}`}
      icon={<Icon name="download" className="size-4" />}
      busy={deed.isPending}
      onClick={() => deed.mutate(undefined)}
    >
      <Trans>Download</Trans>
    </Button>
  );
}

/** What a file is restricted to, as a line. */
function useRestrictions({ selection }: ExportFile): string {
  const { t } = useLingui();
  const format = useFormat();
  const stationName = useStationNames();
  const states = useTransactionStates();
  const { since, until, station_id, charger_id, user_id, state } = selection;
  const from = since === null ? "" : format.dateTime(since);
  const to = until === null ? "" : format.dateTime(until);
  const station = station_id === null ? "" : stationName(station_id);
  return [
    since && until ? t`${from} to ${to}` : null,
    since && !until ? t`from ${from}` : null,
    until && !since ? t`before ${to}` : null,
    station,
    charger_id,
    user_id === null ? null : t`user ${user_id}`,
    state === null ? null : (states[state] ?? state),
  ]
    .filter(Boolean)
    .join(" · ");
}
