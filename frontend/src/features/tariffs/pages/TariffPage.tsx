import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { BackLink } from "#/shared/operator/BackLink";
import type { Tariff } from "#/shared/operator/tariffs";
import { useDeed } from "#/shared/operator/useDeed";
import { Button } from "#/shared/ui/Button";
import { ConfirmDialog } from "#/shared/ui/ConfirmDialog";
import { Icon } from "#/shared/ui/Icon";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { deleteTariff, replaceTariff, type TariffFields, tariffQuery } from "../api/tariffs";
import { Preview } from "../components/Preview";
import { TariffForm } from "../components/TariffForm";

export function TariffPage({ tariffId }: { tariffId: string }) {
  const query = useQuery(tariffQuery(tariffId));
  return (
    <QueryView query={query}>
      {/* A new version is a new form: what was typed is saved by then. */}
      {(tariff) => <Editor key={tariff.version} tariff={tariff} />}
    </QueryView>
  );
}

function Editor({ tariff }: { tariff: Tariff }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { tariff_id, version } = tariff;
  const refresh = [
    ["admin", "tariff", tariff_id],
    ["admin", "tariffs"],
  ];
  const save = useDeed({
    run: (fields: TariffFields) => replaceTariff(tariff_id, { ...fields, version }),
    refresh,
    said: t`Saved. Sessions that begin from now on have these prices.`,
    quiet: true,
  });
  const remove = useDeed({
    run: () => deleteTariff(tariff_id),
    refresh: [["admin", "tariffs"]],
    said: t`The tariff is ended.`,
    onDone: () => navigate({ to: "/admin/tariffs" }),
  });
  return (
    <>
      <PageHeader
        title={tariff.name}
        above={
          <BackLink to="/admin/tariffs">
            <Trans>Tariffs</Trans>
          </BackLink>
        }
        lead={<Trans>Version {version}. Bills keep the version that they were made with.</Trans>}
        actions={
          <Button icon={<Icon name="trash" className="size-4" />} onClick={() => setAsking(true)}>
            <Trans>Delete</Trans>
          </Button>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <TariffForm
          tariff={tariff}
          currency={tariff.currency}
          onSave={(fields) => save.mutate(fields)}
          busy={save.isPending}
          error={save.error}
        />
        <Preview tariffId={tariff_id} />
      </div>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate(undefined)}
        busy={remove.isPending}
        title={t`Delete this tariff?`}
        confirm={t`Delete tariff`}
      >
        <Trans>
          Stations and chargers that have it need another one first. Bills keep their prices.
        </Trans>
      </ConfirmDialog>
    </>
  );
}
