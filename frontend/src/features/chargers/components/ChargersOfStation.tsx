import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { chargersQuery } from "#/shared/operator/chargers";
import { ButtonLink } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { QueryView } from "#/shared/ui/QueryView";
import { ChargerTable } from "./ChargerTable";

export function ChargersOfStation({ stationId }: { stationId: string }) {
  const { t } = useLingui();
  const query = useInfiniteQuery(chargersQuery({ stationId }));
  return (
    <Section title={t`Chargers`} flush>
      <QueryView query={query}>
        {(chargers) =>
          chargers.length === 0 ? (
            <EmptyState
              icon={<Icon name="plug-zap" />}
              title={t`No chargers here yet`}
              action={
                <ButtonLink kind="primary" to="/admin/chargers/new" search={{ station: stationId }}>
                  <Trans>Register charger</Trans>
                </ButtonLink>
              }
            >
              <Trans>Register one to get the address and the password that it needs.</Trans>
            </EmptyState>
          ) : (
            <>
              <ChargerTable chargers={chargers} withStation={false} />
              <LoadMore query={query} />
            </>
          )
        }
      </QueryView>
    </Section>
  );
}
