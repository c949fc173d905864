import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useProfile } from "#/shared/auth/profile";
import { BackLink } from "#/shared/operator/BackLink";
import { currencyQuery } from "#/shared/operator/currency";
import { useDeed } from "#/shared/operator/useDeed";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { createTariff } from "../api/tariffs";
import { TariffForm } from "../components/TariffForm";

export function NewTariffPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const currency = useQuery(currencyQuery(useProfile().user_id));
  const deed = useDeed({
    run: createTariff,
    refresh: [["admin", "tariffs"]],
    said: t`The tariff is there. Choose it at a station or a charger.`,
    quiet: true,
    onDone: ({ tariff_id }) =>
      navigate({ to: "/admin/tariffs/$tariffId", params: { tariffId: tariff_id } }),
  });
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={t`New tariff`}
        above={
          <BackLink to="/admin/tariffs">
            <Trans>Tariffs</Trans>
          </BackLink>
        }
      />
      <QueryView query={currency}>
        {(code) => (
          <TariffForm
            tariff={null}
            currency={code}
            onSave={(fields) => deed.mutate(fields)}
            busy={deed.isPending}
            error={deed.error}
          />
        )}
      </QueryView>
    </div>
  );
}
