import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Days } from "../api/days";
import { chargerReportQuery } from "../api/reports";
import { ReportView } from "../components/ReportView";

interface Props {
  chargerId: string;
  days: Days;
  onDays: (days: Days) => void;
}

/** What a charger billed at the station where it stands. */
export function ReportTab({ chargerId, days, onDays }: Props) {
  const query = useQuery({
    ...chargerReportQuery(chargerId, days),
    placeholderData: keepPreviousData,
  });
  return <ReportView query={query} days={days} onDays={onDays} file={`charger-${chargerId}`} />;
}
