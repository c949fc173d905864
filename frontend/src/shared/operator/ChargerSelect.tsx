import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { SelectHTMLAttributes } from "react";
import { Select } from "#/shared/ui/Field";
import { allChargersQuery } from "./chargers";

interface Props extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "children"> {
  none: string;
}

export function ChargerSelect({ none, ...rest }: Props) {
  const { t } = useLingui();
  const chargers = useQuery(allChargersQuery);
  return (
    <Select key={chargers.data ? "ready" : "waiting"} {...rest}>
      <option value="">{chargers.isPending ? t`Loading…` : none}</option>
      {chargers.data?.map((charger) => (
        <option key={charger.charger_id} value={charger.charger_id}>
          {charger.name}
        </option>
      ))}
    </Select>
  );
}
