import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { SelectHTMLAttributes } from "react";
import { Select } from "#/shared/ui/Field";
import { stationsQuery } from "./stations";

interface Props extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "children"> {
  /** The choice of none, as "All stations"; left out where one must be chosen. */
  none?: string;
}

export function StationSelect({ none, ...rest }: Props) {
  const { t } = useLingui();
  const stations = useQuery(stationsQuery);
  // Options that come later would not show a default that was set before.
  return (
    <Select key={stations.data ? "ready" : "waiting"} {...rest}>
      <option value="">{stations.isPending ? t`Loading…` : (none ?? t`Choose a station`)}</option>
      {stations.data?.map((station) => (
        <option key={station.station_id} value={station.station_id}>
          {station.name}
        </option>
      ))}
    </Select>
  );
}
