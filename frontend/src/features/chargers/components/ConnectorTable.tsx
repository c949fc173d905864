import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useWord } from "#/shared/i18n/words";
import { Ago } from "#/shared/operator/Ago";
import type { ChargerDetail } from "#/shared/operator/chargers";
import { CONNECTOR_STATUSES, ERROR_CODES } from "#/shared/operator/words/chargers";
import { BucketBadge } from "#/shared/ui/BucketBadge";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { AvailabilityButton } from "./AvailabilityButton";

/** The whole charger first, then each connector. */
export function ConnectorTable({ charger }: { charger: ChargerDetail }) {
  const { t } = useLingui();
  const word = useWord();
  return (
    <Table
      caption={t`Connectors`}
      head={
        <>
          <Th>{t`Connector`}</Th>
          <Th>{t`State`}</Th>
          <Th>{t`Reported`}</Th>
          <Th>{t`Transaction`}</Th>
          <Th>
            <span className="sr-only">{t`In or out of service`}</span>
          </Th>
        </>
      }
    >
      <Tr>
        <Td className="font-medium">{t`Whole charger`}</Td>
        <Td colSpan={3} className="text-muted">
          {charger.availability === "Operative" ? t`In service` : t`Out of service`}
        </Td>
        <Td part="actions" className="text-right">
          <AvailabilityButton
            chargerId={charger.charger_id}
            connectorId={0}
            availability={charger.availability}
            isScheduled={false}
          />
        </Td>
      </Tr>
      {charger.connectors
        .filter((connector) => connector.connector_id > 0)
        .map((connector) => (
          <Tr key={connector.connector_id}>
            <Td part="number" className="font-medium tabular">
              {connector.connector_id}
            </Td>
            <Td part="corner">
              <BucketBadge bucket={connector.state} />
            </Td>
            <Td className="min-w-40">
              <p>
                {connector.status ? word(CONNECTOR_STATUSES, connector.status) : t`Nothing yet`}
                {connector.error_code && connector.error_code !== "NoError" ? (
                  <span className="font-medium text-bad">
                    {" "}
                    {word(ERROR_CODES, connector.error_code)}
                  </span>
                ) : null}
              </p>
              <p className="text-xs text-muted">
                {connector.reported_at ? <Ago at={connector.reported_at} /> : null}{" "}
                {[connector.info, connector.vendor_error_code].filter(Boolean).join(" · ")}
              </p>
            </Td>
            <Td>
              {connector.transaction_id === null ? (
                <span className="text-muted">–</span>
              ) : (
                <Link
                  to="/admin/transactions/$transactionId"
                  params={{ transactionId: String(connector.transaction_id) }}
                  className="font-medium text-brand-ink tabular underline-offset-4 hover:underline"
                >
                  {connector.transaction_id}
                </Link>
              )}
            </Td>
            <Td part="actions" className="text-right">
              <AvailabilityButton
                chargerId={charger.charger_id}
                connectorId={connector.connector_id}
                availability={connector.availability}
                isScheduled={connector.scheduled_availability}
              />
            </Td>
          </Tr>
        ))}
    </Table>
  );
}
