import { Trans, useLingui } from "@lingui/react/macro";
import type { AdminSchema } from "#/shared/api/admin";
import { useWord } from "#/shared/i18n/words";
import { useFormat } from "#/shared/lib/useFormat";
import { Ago } from "#/shared/operator/Ago";
import { TransferBadge } from "#/shared/operator/TransferBadge";
import { TRANSFER_STATUSES } from "#/shared/operator/words/chargers";

interface Props {
  transfer: AdminSchema<"TransferView"> | null;
  statuses: AdminSchema<"ProgressView">[];
  /** What to say before the charger was ever asked. */
  none: string;
}

/** The last transfer that a charger was asked for, and what it told of it, newest first. */
export function Transfer({ transfer, statuses, none }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const word = useWord();
  return (
    <div className="grid gap-3">
      {transfer === null ? (
        <p className="text-muted">{none}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <TransferBadge state={transfer.state} />
          <span className="text-muted">
            <Trans>
              asked <Ago at={transfer.asked_at} />
            </Trans>
          </span>
        </p>
      )}
      {statuses.length === 0 ? null : (
        <ol aria-label={t`What the charger told`} className="grid gap-2">
          {statuses.map((step) => (
            <li
              key={`${step.at} ${step.status}`}
              className="flex items-baseline justify-between gap-4"
            >
              <span className="font-medium">{word(TRANSFER_STATUSES, step.status)}</span>
              <span className="text-sm text-muted" title={format.precise(step.at)}>
                <Ago at={step.at} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
