import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useFormat } from "#/shared/lib/useFormat";
import { ListPage } from "#/shared/operator/ListPage";
import { type Tariff, tariffsQuery } from "#/shared/operator/tariffs";
import { ButtonLink } from "#/shared/ui/Button";
import { Icon } from "#/shared/ui/Icon";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";

export function TariffsPage() {
  const { t } = useLingui();
  const query = useQuery(tariffsQuery);
  return (
    <ListPage
      title={t`Tariffs`}
      lead={<Trans>A station has one; a charger may have its own.</Trans>}
      action={
        <ButtonLink
          kind="primary"
          to="/admin/tariffs/new"
          icon={<Icon name="plus" className="size-4" />}
        >
          <Trans>New tariff</Trans>
        </ButtonLink>
      }
      query={query}
      empty={{
        icon: "tags",
        title: t`No tariffs yet`,
        text: <Trans>Without a tariff nothing can be billed. Free is a tariff, too.</Trans>,
      }}
    >
      {(tariffs) => <TariffTable tariffs={tariffs} />}
    </ListPage>
  );
}

function TariffTable({ tariffs }: { tariffs: Tariff[] }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <Table
      caption={t`Tariffs`}
      head={
        <>
          <Th>{t`Tariff`}</Th>
          <Th className="text-right">{t`Per kWh`}</Th>
          <Th className="text-right">{t`Per minute`}</Th>
          <Th className="text-right">{t`Blocking, per minute`}</Th>
          <Th className="text-right">{t`Per session`}</Th>
          <Th className="text-right">{t`Tax`}</Th>
          <Th>{t`Other hours`}</Th>
        </>
      }
    >
      {tariffs.map((tariff) => (
        <Tr key={tariff.tariff_id}>
          <Td className="min-w-44">
            <Link
              to="/admin/tariffs/$tariffId"
              params={{ tariffId: tariff.tariff_id }}
              className="font-medium text-brand-ink underline-offset-4 hover:underline"
            >
              {tariff.name}
            </Link>
          </Td>
          <Td numeric>{format.rate(tariff.energy_rate_micro_per_kwh, tariff.currency)}</Td>
          <Td numeric>
            {tariff.minute_rate_micro
              ? format.rate(tariff.minute_rate_micro, tariff.currency)
              : "–"}
          </Td>
          <Td numeric>
            {tariff.idle_rate_micro ? format.rate(tariff.idle_rate_micro, tariff.currency) : "–"}
          </Td>
          <Td numeric>
            {tariff.session_fee_minor
              ? format.money(tariff.session_fee_minor, tariff.currency)
              : "–"}
          </Td>
          <Td numeric>{format.share(tariff.tax_rate_micro)}</Td>
          <Td className="text-muted">
            {tariff.windows.map((window) => window.name).join(", ") || "–"}
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
