import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useFormat } from "#/shared/lib/useFormat";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Facts } from "#/shared/ui/Facts";
import { QueryView } from "#/shared/ui/QueryView";
import { type Booking, walletQuery } from "../api/users";
import { BookingDialog } from "./BookingDialog";

/** The balance, what is held of it, and the bills that wait for money. */
export function WalletCard({ userId }: { userId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const [booking, setBooking] = useState<Booking | null>(null);
  const query = useQuery(walletQuery(userId));
  return (
    <Section title={t`Wallet`}>
      <QueryView query={query}>
        {(wallet) => (
          <>
            <p className="text-3xl font-semibold tracking-tight tabular">
              {format.money(wallet.balance_minor, wallet.currency)}
            </p>
            <Facts
              className="my-2"
              facts={[
                {
                  label: t`Held for running sessions`,
                  value: format.money(wallet.held_minor, wallet.currency),
                },
                {
                  label: t`Available`,
                  value: format.money(wallet.available_minor, wallet.currency),
                },
                wallet.open_bills.length > 0
                  ? {
                      label: t`Open bills`,
                      value: (
                        <span className="flex flex-wrap justify-end gap-2">
                          {wallet.open_bills.map((number) => (
                            <Link
                              key={number}
                              to="/admin/transactions/$transactionId"
                              params={{ transactionId: String(number) }}
                              className="text-brand-ink underline underline-offset-4"
                            >
                              {number}
                            </Link>
                          ))}
                        </span>
                      ),
                    }
                  : null,
              ]}
            />
            <div className="flex gap-2">
              <Button kind="primary" onClick={() => setBooking("top-up")}>
                <Trans>Top up</Trans>
              </Button>
              <Button onClick={() => setBooking("adjust")}>
                <Trans>Adjust</Trans>
              </Button>
            </div>
            {booking ? (
              <BookingDialog wallet={wallet} booking={booking} onClose={() => setBooking(null)} />
            ) : null}
          </>
        )}
      </QueryView>
    </Section>
  );
}
