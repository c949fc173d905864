import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useWord } from "#/shared/i18n/words";
import { useDeed } from "#/shared/operator/useDeed";
import { ANSWERS } from "#/shared/operator/words/answers";
import { Button } from "#/shared/ui/Button";
import { ConfirmDialog } from "#/shared/ui/ConfirmDialog";
import { Icon } from "#/shared/ui/Icon";
import { toast } from "#/shared/ui/toast";
import { retryBilling, stopTransaction } from "../api/deeds";
import type { TransactionDetail } from "../api/transactions";
import { ReceiptDialog } from "./ReceiptDialog";
import { RefundDialog } from "./RefundDialog";
import { ResolveDialog } from "./ResolveDialog";

type Asked = "stop" | "refund" | "resolve" | "receipt";
const RESOLVABLE = ["HELD", "UNBILLED", "COMPLETED", "BILLING_FAILED"];
const ICON = "size-4";

/** What can be done with a transaction, by its state. */
export function TransactionActions({ transaction }: { transaction: TransactionDetail }) {
  const { t } = useLingui();
  const word = useWord();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { transaction_id: number, state } = transaction;
  const close = () => setAsked(null);
  const refresh = [
    ["admin", "transaction", number],
    ["admin", "transactions"],
  ];
  const stop = useDeed({
    run: () => stopTransaction(number),
    refresh,
    onDone: (command) => {
      if (command.state === "rejected")
        toast("bad", t`The charger refused: ${word(ANSWERS, command.outcome ?? "")}`);
      else if (command.state === "accepted") toast("good", t`The charger stops.`);
      else toast("good", t`Asked. The charger has not answered yet.`);
      close();
    },
  });
  const retry = useDeed({ run: () => retryBilling(number), refresh, said: t`Tried again.` });
  return (
    <>
      {state === "RUNNING" || state === "PENDING_RECONCILIATION" ? (
        <Button
          kind="danger"
          icon={<Icon name="square" className={ICON} />}
          onClick={() => setAsked("stop")}
        >
          <Trans>Stop</Trans>
        </Button>
      ) : null}
      {state === "BILLING_FAILED" || state === "STOPPED" ? (
        <Button
          kind="primary"
          icon={<Icon name="rotate-cw" className={ICON} />}
          busy={retry.isPending}
          onClick={() => retry.mutate(undefined)}
        >
          <Trans>Bill again</Trans>
        </Button>
      ) : null}
      {RESOLVABLE.includes(state) ? (
        <Button
          kind={state === "HELD" ? "primary" : "secondary"}
          icon={<Icon name="scale" className={ICON} />}
          onClick={() => setAsked("resolve")}
        >
          {state === "COMPLETED" ? <Trans>Correct</Trans> : <Trans>Decide</Trans>}
        </Button>
      ) : null}
      {state === "COMPLETED" ? (
        <>
          <Button icon={<Icon name="undo-2" className={ICON} />} onClick={() => setAsked("refund")}>
            <Trans>Refund</Trans>
          </Button>
          <Button
            icon={<Icon name="printer" className={ICON} />}
            onClick={() => setAsked("receipt")}
          >
            <Trans>Receipt</Trans>
          </Button>
        </>
      ) : null}
      <ConfirmDialog
        open={asked === "stop"}
        onClose={close}
        onConfirm={() => stop.mutate(undefined)}
        busy={stop.isPending}
        title={t`Stop this transaction?`}
        confirm={t`Stop charging`}
      >
        <Trans>
          The charger is asked to end it. Whoever charges there is billed for what was used.
        </Trans>
      </ConfirmDialog>
      {asked === "refund" ? <RefundDialog transaction={transaction} onClose={close} /> : null}
      {asked === "resolve" ? <ResolveDialog transaction={transaction} onClose={close} /> : null}
      {asked === "receipt" ? <ReceiptDialog transactionId={number} onClose={close} /> : null}
    </>
  );
}
