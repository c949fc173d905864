import { createFileRoute } from "@tanstack/react-router";
import { DashboardPage } from "#/features/dashboard/pages/DashboardPage";
import { RunningNow } from "#/features/transactions/components/RunningNow";
import { wordFilter } from "#/shared/operator/search";

const RANGES = ["today", "week", "month"] as const;

export const Route = createFileRoute("/admin/")({
  validateSearch: (search: Record<string, unknown>): { range?: (typeof RANGES)[number] } => {
    const range = wordFilter(RANGES, search.range);
    return range ? { range } : {};
  },
  component: Page,
});

function Page() {
  const { range } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <DashboardPage
      range={range ?? "week"}
      onRange={(next) => navigate({ search: { range: next }, replace: true })}
    >
      <RunningNow />
    </DashboardPage>
  );
}
