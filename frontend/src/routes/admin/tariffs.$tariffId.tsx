import { createFileRoute } from "@tanstack/react-router";
import { TariffPage } from "#/features/tariffs/pages/TariffPage";

export const Route = createFileRoute("/admin/tariffs/$tariffId")({ component: Page });

function Page() {
  const { tariffId } = Route.useParams();
  return <TariffPage key={tariffId} tariffId={tariffId} />;
}
