import { Plural, Trans } from "@lingui/react/macro";
import { useFormat } from "#/shared/lib/useFormat";
import { Freshness } from "#/shared/live/Freshness";
import { Icon } from "#/shared/ui/Icon";
import type { Wallet } from "#/shared/wallet/wallet";

export function BalanceCard({ wallet, updatedAt }: { wallet: Wallet; updatedAt: number }) {
  const format = useFormat();
  const money = (minor: number) => format.money(minor, wallet.currency);
  const open = wallet.open_bills.length;
  return (
    <section className="rounded-hero bg-hero p-6 text-on-hero">
      <div className="flex items-start justify-between gap-3">
        <h2 className="text-hero-muted">
          <Trans>Available</Trans>
        </h2>
        <Freshness onHero updatedAt={updatedAt} />
      </div>
      <p className="mt-1 text-display font-semibold tabular" data-testid="available">
        {money(wallet.available_minor)}
      </p>
      <dl className="mt-6 flex flex-wrap gap-x-8 gap-y-2 tabular">
        <div>
          <dt className="text-sm text-hero-muted">
            <Trans>Balance</Trans>
          </dt>
          <dd className="font-medium">{money(wallet.balance_minor)}</dd>
        </div>
        <div>
          <dt className="text-sm text-hero-muted">
            <Trans>Held for running charges</Trans>
          </dt>
          <dd className="font-medium">{money(wallet.held_minor)}</dd>
        </div>
      </dl>
      {open > 0 ? (
        <p className="mt-5 flex items-center gap-2 rounded-control bg-warn-soft px-3 py-2 text-sm font-medium text-warn">
          <Icon name="triangle-exclamation-point" className="size-4 shrink-0" />
          <Plural
            value={open}
            one="# bill could not be paid yet."
            other="# bills could not be paid yet."
          />
        </p>
      ) : null}
      {wallet.card_top_up ? null : (
        <p className="mt-5 text-sm text-hero-muted">
          <Trans>To add money, ask your operator for a top-up. It shows here at once.</Trans>
        </p>
      )}
    </section>
  );
}
