import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "#/shared/lib/useFormat";
import { Button } from "#/shared/ui/Button";
import { Dialog } from "#/shared/ui/Dialog";
import { Facts } from "#/shared/ui/Facts";
import { Icon } from "#/shared/ui/Icon";
import { QueryView } from "#/shared/ui/QueryView";
import { receiptQuery } from "../api/transactions";

/** What the driver gets: to look at, and to print. */
export function ReceiptDialog({
  transactionId,
  onClose,
}: {
  transactionId: number;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const format = useFormat();
  const query = useQuery(receiptQuery(transactionId));
  return (
    <Dialog
      wide
      open
      onClose={onClose}
      title={t`Receipt`}
      footer={
        <Button
          kind="primary"
          icon={<Icon name="printer" className="size-4" />}
          onClick={() => window.print()}
        >
          {t`Print`}
        </Button>
      }
    >
      <QueryView query={query}>
        {(receipt) => {
          const { time_zone: zone, price, started_at, stopped_at } = receipt;
          return (
            <>
              <p className="text-3xl font-semibold tracking-tight tabular">
                {format.money(price.total_minor, price.currency)}
              </p>
              <p className="mb-2 text-muted">
                {[receipt.station_name, receipt.station_address].filter(Boolean).join(", ")}
              </p>
              <Facts
                className="mt-2"
                facts={[
                  {
                    label: t`Number`,
                    value: receipt.invoice_number ?? t`Given some minutes after the bill`,
                  },
                  {
                    label: t`Billed`,
                    value: `${format.dateTime(receipt.billed_at, zone)} ${format.zone(receipt.billed_at, zone)}`,
                  },
                  { label: t`Started`, value: format.dateTime(started_at, zone) },
                  stopped_at
                    ? { label: t`Stopped`, value: format.dateTime(stopped_at, zone) }
                    : null,
                  { label: t`Energy`, value: format.energy(receipt.energy_wh) },
                  { label: t`Tariff`, value: receipt.tariff_name },
                  { label: t`Net`, value: format.money(price.net_minor, price.currency) },
                  { label: t`Tax`, value: format.money(price.tax_minor, price.currency) },
                  receipt.refunded_minor > 0
                    ? {
                        label: t`Refunded`,
                        value: format.money(receipt.refunded_minor, price.currency),
                      }
                    : null,
                ]}
              />
            </>
          );
        }}
      </QueryView>
    </Dialog>
  );
}
