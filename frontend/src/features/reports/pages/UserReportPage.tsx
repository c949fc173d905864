import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { BackLink } from "#/shared/operator/BackLink";
import { userQuery } from "#/shared/operator/users";
import { PageHeader } from "#/shared/ui/PageHeader";
import type { Days } from "../api/days";
import { userReportQuery } from "../api/reports";
import { ReportView } from "../components/ReportView";

interface Props {
  userId: string;
  days: Days;
  onDays: (days: Days) => void;
}

/** What a person paid for. */
export function UserReportPage({ userId, days, onDays }: Props) {
  const { t } = useLingui();
  const user = useQuery(userQuery(userId)).data;
  const query = useQuery({ ...userReportQuery(userId, days), placeholderData: keepPreviousData });
  const name = user?.name ?? userId;
  return (
    <>
      <PageHeader
        title={t`Report: ${name}`}
        lead={<Trans>What this person paid for.</Trans>}
        above={
          <BackLink to="/admin/users/$userId" params={{ userId }}>
            {name}
          </BackLink>
        }
      />
      <ReportView query={query} days={days} onDays={onDays} file={`user-${userId}`} />
    </>
  );
}
