import { Trans } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { cx } from "#/shared/lib/cx";
import { useFormat } from "#/shared/lib/useFormat";
import { Icon } from "#/shared/ui/Icon";
import { Spinner } from "#/shared/ui/Spinner";
import { arrivalQuery, isLate } from "../api/checkouts";

/** What became of a payment: it is in the wallet when the provider has said that it was paid. */
export function WayBack({ userId, checkoutId }: { userId: string; checkoutId: string | null }) {
  if (checkoutId !== null) return <Paid userId={userId} checkoutId={checkoutId} />;
  return (
    <Notice look="bg-sunken text-ink" icon={<Icon name="undo-2" className="size-5" />}>
      <Trans>You came back without paying. Your wallet is as it was.</Trans>
    </Notice>
  );
}

function Paid({ userId, checkoutId }: { userId: string; checkoutId: string }) {
  const client = useQueryClient();
  const format = useFormat();
  const arrival = useQuery(arrivalQuery(userId, checkoutId)).data;
  const entry = arrival?.entry;
  const hasArrived = Boolean(entry);
  useEffect(() => {
    if (!hasArrived) return;
    for (const shown of ["wallet", "ledger"])
      void client.invalidateQueries({ queryKey: [shown, userId] });
  }, [hasArrived, client, userId]);
  if (entry) {
    const amount = format.money(entry.amount_minor, entry.currency);
    return (
      <Notice look="bg-good-soft text-good" icon={<Icon name="circle-check" className="size-5" />}>
        <Trans>Paid: {amount} came into your wallet.</Trans>
      </Notice>
    );
  }
  if (isLate(arrival)) {
    return (
      <Notice look="bg-warn-soft text-warn" icon={<Icon name="clock" className="size-5" />}>
        <Trans>
          No payment has come in yet. Some ways to pay take days; your balance rises by itself when
          the money is here. Look again before you pay once more.
        </Trans>
      </Notice>
    );
  }
  return (
    <Notice look="bg-sunken text-ink" icon={<Spinner />}>
      <Trans>
        Waiting for the payment provider to confirm your payment. Most take a few seconds.
      </Trans>
    </Notice>
  );
}

function Notice({ look, icon, children }: { look: string; icon: ReactNode; children: ReactNode }) {
  return (
    <div className={cx("flex gap-2.5 rounded-control px-4 py-3 font-medium", look)}>
      <span className="mt-0.5 shrink-0">{icon}</span>
      <p>{children}</p>
    </div>
  );
}
