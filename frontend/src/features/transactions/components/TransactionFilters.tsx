import { Trans, useLingui } from "@lingui/react/macro";
import { ChargerSelect } from "#/shared/operator/ChargerSelect";
import { FilterBar } from "#/shared/operator/FilterBar";
import { localInput } from "#/shared/operator/form";
import { StationSelect } from "#/shared/operator/StationSelect";
import { wordFilter } from "#/shared/operator/search";
import { useTransactionStates } from "#/shared/operator/TransactionBadge";
import { TRANSACTION_STATES } from "#/shared/operator/transactionStates";
import { Button } from "#/shared/ui/Button";
import { Field, Input, Select } from "#/shared/ui/Field";
import { Icon } from "#/shared/ui/Icon";
import type { TransactionSearch } from "../api/transactions";

interface Props {
  search: TransactionSearch;
  onSearch: (search: TransactionSearch) => void;
}

export function TransactionFilters({ search, onSearch }: Props) {
  const { t } = useLingui();
  const states = useTransactionStates();
  const change = (part: TransactionSearch) => onSearch({ ...search, ...part });
  const instant = (text: string) => (text ? new Date(text).toISOString() : undefined);
  const isFiltered = Object.values(search).some(Boolean);
  return (
    <FilterBar>
      <Field label={t`State`}>
        <Select
          value={search.state ?? ""}
          onChange={(event) =>
            change({ state: wordFilter(TRANSACTION_STATES, event.target.value) })
          }
        >
          <option value="">{t`All states`}</option>
          {TRANSACTION_STATES.map((state) => (
            <option key={state} value={state}>
              {states[state]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t`Station`}>
        <StationSelect
          none={t`All stations`}
          value={search.station ?? ""}
          onChange={(event) => change({ station: event.target.value || undefined })}
        />
      </Field>
      <Field label={t`Charger`}>
        <ChargerSelect
          none={t`All chargers`}
          value={search.charger ?? ""}
          onChange={(event) => change({ charger: event.target.value || undefined })}
        />
      </Field>
      <Field label={t`Started from`}>
        <Input
          type="datetime-local"
          value={localInput(search.since ?? null)}
          onChange={(event) => change({ since: instant(event.target.value) })}
        />
      </Field>
      <Field label={t`Started before`}>
        <Input
          type="datetime-local"
          value={localInput(search.until ?? null)}
          onChange={(event) => change({ until: instant(event.target.value) })}
        />
      </Field>
      {isFiltered ? (
        <Button
          kind="quiet"
          className="!min-w-0"
          icon={<Icon name="x" className="size-4" />}
          onClick={() => onSearch({})}
        >
          <Trans>Clear filters</Trans>
        </Button>
      ) : null}
    </FilterBar>
  );
}
