import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { SelectHTMLAttributes } from "react";
import { Select } from "#/shared/ui/Field";
import { tariffsQuery } from "./tariffs";

interface Props extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "children"> {
  none: string;
}

export function TariffSelect({ none, ...rest }: Props) {
  const { t } = useLingui();
  const tariffs = useQuery(tariffsQuery);
  return (
    <Select key={tariffs.data ? "ready" : "waiting"} {...rest}>
      <option value="">{tariffs.isPending ? t`Loading…` : none}</option>
      {tariffs.data?.map((tariff) => (
        <option key={tariff.tariff_id} value={tariff.tariff_id}>
          {tariff.name}
        </option>
      ))}
    </Select>
  );
}
