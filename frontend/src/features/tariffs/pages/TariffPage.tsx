import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { AskFirst } from "#/shared/operator/AskFirst";
import { BackLink } from "#/shared/operator/BackLink";
import type { Tariff } from "#/shared/operator/tariffs";
import { useEdit } from "#/shared/operator/useEdit";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { deleteTariff, replaceTariff, type TariffFields, tariffQuery } from "../api/tariffs";
import { Preview } from "../components/Preview";
import { TariffForm } from "../components/TariffForm";

export function TariffPage({ tariffId }: { tariffId: string }) {
  const query = useQuery(tariffQuery(tariffId));
  return (
    <QueryView query={query}>
      {(tariff) => <Editor key={tariff.tariff_id} tariff={tariff} />}
    </QueryView>
  );
}

function Editor({ tariff }: { tariff: Tariff }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { tariff_id, version } = tariff;
  const edit = useEdit({
    latest: tariff,
    save: (fields: TariffFields, begun) =>
      replaceTariff(tariff_id, { ...fields, version: begun.version }),
    read: (client) => client.fetchQuery({ ...tariffQuery(tariff_id), staleTime: 0 }),
    refresh: [
      ["admin", "tariff", tariff_id],
      ["admin", "tariffs"],
    ],
    said: t`Saved. Sessions that begin from now on have these prices.`,
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
          <AskFirst
            icon="trash"
            name={t`Delete`}
            title={t`Delete this tariff?`}
            confirm={t`Delete tariff`}
            run={() => deleteTariff(tariff_id)}
            refresh={[["admin", "tariffs"]]}
            said={t`The tariff is ended.`}
            onDone={() => navigate({ to: "/admin/tariffs" })}
          >
            <Trans>
              Stations and chargers that have it need another one first. Bills keep their prices.
            </Trans>
          </AskFirst>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <TariffForm
          key={edit.begun.version}
          tariff={edit.begun}
          currency={tariff.currency}
          onSave={edit.save}
          onReload={edit.reload}
          busy={edit.busy}
          error={edit.error}
        />
        <Preview tariffId={tariff_id} />
      </div>
    </>
  );
}
