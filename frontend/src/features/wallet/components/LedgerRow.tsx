import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useWord } from "#/shared/i18n/words";
import { cx } from "#/shared/lib/cx";
import { useFormat } from "#/shared/lib/useFormat";
import { Icon, type IconName } from "#/shared/ui/Icon";
import { CORRECTION_NOTES } from "#/shared/wallet/notes";
import type { LedgerEntry } from "#/shared/wallet/wallet";

function useKinds(): Record<string, [IconName, string]> {
  const { t } = useLingui();
  return {
    "top-up": ["arrow-down-left", t`Top-up`],
    charge: ["arrow-up-right", t`Charge`],
    refund: ["undo-2", t`Refund`],
    adjustment: ["pencil", t`Adjustment`],
    correction: ["pencil", t`Correction`],
    hold: ["lock", t`Held for a charge`],
    release: ["lock-open", t`Released`],
  };
}

/** One movement of money, or of money held. */
export function LedgerRow({ entry }: { entry: LedgerEntry }) {
  const { t } = useLingui();
  const format = useFormat();
  const word = useWord();
  const [icon, name] = useKinds()[entry.kind.replace("_", "-")] ?? ["pencil", entry.kind];
  const isHold = entry.kind === "hold" || entry.kind === "release";
  // What is held is no movement of money: its kind says which way it went.
  const shownMinor = isHold ? Math.abs(entry.amount_minor) : entry.amount_minor;
  const balance = format.money(entry.balance_after_minor, entry.currency);
  const content = (
    <>
      <span className="grid size-10 shrink-0 place-items-center rounded-control bg-sunken text-muted">
        <Icon name={icon} className="size-5" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{name}</span>
        <span className="block text-xs text-muted tabular sm:text-sm">
          {format.dateTime(entry.at)}
        </span>
        {entry.note ? (
          <span className="block text-sm text-muted">{word(CORRECTION_NOTES, entry.note)}</span>
        ) : null}
      </span>
      <span className="text-right tabular">
        <span
          className={cx(
            "block font-semibold",
            isHold && "font-medium text-muted",
            !isHold && entry.amount_minor > 0 && "text-good",
          )}
        >
          {!isHold && entry.amount_minor > 0 ? "+" : ""}
          {format.money(shownMinor, entry.currency)}
        </span>
        {isHold ? null : (
          <span className="block text-xs text-muted sm:text-sm">{t`Balance ${balance}`}</span>
        )}
      </span>
    </>
  );
  const look = "flex min-h-16 items-center gap-3 px-4 py-2.5";
  if (entry.transaction_id === null) return <div className={look}>{content}</div>;
  return (
    <Link
      to="/history/$transactionId"
      params={{ transactionId: String(entry.transaction_id) }}
      className={cx(look, "hover:bg-sunken/60")}
    >
      {content}
    </Link>
  );
}
