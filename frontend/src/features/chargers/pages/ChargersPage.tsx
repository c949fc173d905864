import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Freshness, useStale } from "#/shared/live/Freshness";
import { chargersQuery, type Reachability } from "#/shared/operator/chargers";
import { FilterBar } from "#/shared/operator/FilterBar";
import { StationSelect } from "#/shared/operator/StationSelect";
import { ButtonLink } from "#/shared/ui/Button";
import { Card } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Field, Input } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { Segmented } from "#/shared/ui/Segmented";
import { ChargerTable } from "../components/ChargerTable";

export interface ChargerSearch {
  station?: string | undefined;
  state?: Reachability | undefined;
  name?: string | undefined;
}

interface Props {
  search: ChargerSearch;
  onSearch: (search: ChargerSearch) => void;
}

/** Every charger with its state and how old that is. The API takes one filter at a time. */
export function ChargersPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  const { station, state, name } = search;
  const query = useInfiniteQuery(
    chargersQuery({
      ...(station ? { stationId: station } : {}),
      ...(state ? { reachability: state } : {}),
      ...(name ? { prefix: name } : {}),
    }),
  );
  const isOld = useStale(query.dataUpdatedAt);
  const isFiltered = Boolean(station || state || name);
  const register = (
    <ButtonLink
      kind="primary"
      to="/admin/chargers/new"
      icon={<Icon name="plus" className="size-4" />}
    >
      <Trans>Register charger</Trans>
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t`Chargers`}
        lead={<Freshness updatedAt={query.dataUpdatedAt} />}
        actions={
          <>
            <ButtonLink
              to="/admin/imports"
              search={{ kind: "chargers" }}
              icon={<Icon name="image-up" className="size-4" />}
            >
              <Trans>Import</Trans>
            </ButtonLink>
            {register}
          </>
        }
      />
      <FilterBar>
        <Segmented
          label={t`Heard from`}
          value={state ?? "all"}
          options={[
            { value: "all", label: t`All` },
            { value: "online", label: t`Online` },
            { value: "offline", label: t`Silent` },
          ]}
          onChange={(value) => onSearch(value === "all" ? {} : { state: value })}
        />
        <Field label={t`Station`}>
          <StationSelect
            none={t`All stations`}
            value={station ?? ""}
            onChange={(event) => onSearch({ station: event.target.value || undefined })}
          />
        </Field>
        <Field label={t`Name begins with`}>
          <Input
            type="search"
            value={name ?? ""}
            onChange={(event) => onSearch({ name: event.target.value || undefined })}
          />
        </Field>
      </FilterBar>
      <Card className={`overflow-hidden ${isOld ? "stale" : ""}`}>
        <QueryView query={query}>
          {(chargers) =>
            chargers.length === 0 ? (
              <EmptyState
                icon={isFiltered ? <Icon name="search-x" /> : <Icon name="plug-zap" />}
                title={isFiltered ? t`No charger matches` : t`No chargers yet`}
                action={isFiltered ? undefined : register}
              >
                {isFiltered ? (
                  <Trans>Change or clear the filters above.</Trans>
                ) : (
                  <Trans>Register one to get the address and the password that it needs.</Trans>
                )}
              </EmptyState>
            ) : (
              <>
                <ChargerTable chargers={chargers} />
                <LoadMore query={query} />
              </>
            )
          }
        </QueryView>
      </Card>
    </>
  );
}
