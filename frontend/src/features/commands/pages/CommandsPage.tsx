import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ChargerChoice } from "#/shared/operator/ChargerChoice";
import { allChargersQuery } from "#/shared/operator/chargers";
import { useDeed } from "#/shared/operator/useDeed";
import { Section } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { type Order, sendToMany } from "../api/commands";
import { BulkOutcomes } from "../components/BulkOutcomes";
import { CommandPicker } from "../components/CommandPicker";

/** One command to many chargers, with a row for what became of it at each. */
export function CommandsPage() {
  const { t } = useLingui();
  const query = useQuery(allChargersQuery);
  const [action, setAction] = useState("GetConfiguration");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const deed = useDeed({
    run: (order: Order) => sendToMany([...chosen], order),
    refresh: [["admin", "commands"]],
    quiet: true,
  });
  const count = chosen.size;
  return (
    <>
      <PageHeader
        title={t`Commands`}
        lead={
          <Trans>
            To one charger or to many. A charger’s own page keeps everything it was ever sent.
          </Trans>
        }
      />
      <QueryView query={query}>
        {(chargers) => (
          <div className="grid items-start gap-5 lg:grid-cols-[24rem_minmax(0,1fr)]">
            <div className="grid gap-5">
              <Section title={t`Command`}>
                <CommandPicker
                  action={action}
                  onAction={(next) => {
                    deed.reset();
                    setAction(next);
                  }}
                  onSend={(order) => deed.mutate(order)}
                  busy={deed.isPending}
                  isPending={false}
                  blocked={count === 0 ? t`Choose one or more chargers.` : null}
                  sendLabel={count === 1 ? t`Send to 1 charger` : t`Send to ${count} chargers`}
                  error={deed.error}
                />
              </Section>
            </div>
            <div className="grid gap-5">
              <ChargerChoice chargers={chargers} chosen={chosen} onChoose={setChosen} />
              <Section title={t`Outcomes`} flush>
                {deed.data ? (
                  <BulkOutcomes outcomes={deed.data} />
                ) : (
                  <EmptyState icon={<Icon name="list-checks" />} title={t`Nothing sent yet`}>
                    <Trans>Each charger gets a row here that tells what it said.</Trans>
                  </EmptyState>
                )}
              </Section>
            </div>
          </div>
        )}
      </QueryView>
    </>
  );
}
