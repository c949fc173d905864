import { useLingui } from "@lingui/react/macro";
import { ChargerSelect } from "#/shared/operator/ChargerSelect";
import { FilterBar } from "#/shared/operator/FilterBar";
import { localInput } from "#/shared/operator/form";
import { wordFilter } from "#/shared/operator/search";
import { Checkbox, Field, Input, Select } from "#/shared/ui/Field";
import type { MessageSearch } from "../api/messages";

interface Props {
  search: MessageSearch;
  onSearch: (search: MessageSearch) => void;
  /** On a charger's own page it is not a choice. */
  withCharger: boolean;
}

const DIRECTIONS = ["from-charger", "to-charger"] as const;

/** Filters of the log. */
export function MessageFilters({ search, onSearch, withCharger }: Props) {
  const { t } = useLingui();
  const change = (part: MessageSearch) => onSearch({ ...search, ...part });
  const instant = (text: string) => (text ? new Date(text).toISOString() : undefined);
  return (
    <FilterBar>
      {withCharger ? (
        <Field label={t`Charger`}>
          <ChargerSelect
            none={t`All, newest only`}
            value={search.charger ?? ""}
            onChange={(event) => change({ charger: event.target.value || undefined })}
          />
        </Field>
      ) : null}
      <Field label={t`Action`}>
        <Input
          type="search"
          placeholder="StatusNotification"
          defaultValue={search.action}
          onBlur={(event) => change({ action: event.target.value.trim() || undefined })}
          onKeyDown={(event) => {
            if (event.key === "Enter")
              change({ action: event.currentTarget.value.trim() || undefined });
          }}
        />
      </Field>
      <Field label={t`Direction`}>
        <Select
          value={search.direction ?? ""}
          onChange={(event) => change({ direction: wordFilter(DIRECTIONS, event.target.value) })}
        >
          <option value="">{t`Both`}</option>
          <option value="from-charger">{t`From the charger`}</option>
          <option value="to-charger">{t`To the charger`}</option>
        </Select>
      </Field>
      <Field label={t`From`}>
        <Input
          type="datetime-local"
          value={localInput(search.since ?? null)}
          onChange={(event) => change({ since: instant(event.target.value) })}
        />
      </Field>
      <Field label={t`To`}>
        <Input
          type="datetime-local"
          value={localInput(search.until ?? null)}
          onChange={(event) => change({ until: instant(event.target.value) })}
        />
      </Field>
      <Checkbox
        label={t`Only errors`}
        checked={search.errors === "only"}
        onChange={(event) => change({ errors: event.target.checked ? "only" : undefined })}
      />
    </FilterBar>
  );
}
