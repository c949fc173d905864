import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { AdminSchema } from "#/shared/api/admin";
import { useFormat } from "#/shared/lib/useFormat";
import { Ago } from "#/shared/operator/Ago";
import { useDeed } from "#/shared/operator/useDeed";
import { Badge, type Tone } from "#/shared/ui/Badge";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Facts } from "#/shared/ui/Facts";
import { QueryView } from "#/shared/ui/QueryView";
import { localListQuery, sendLocalList } from "../api/knowledge";

type State = AdminSchema<"ListState">;

const TONES: Record<State, Tone> = {
  unknown: "idle",
  sending: "busy",
  held: "good",
  failed: "bad",
  not_offered: "idle",
};

/** The tags that the charger accepts by itself, when it cannot ask. */
export function LocalListCard({ chargerId }: { chargerId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const query = useQuery(localListQuery(chargerId));
  const names: Record<State, string> = {
    unknown: t`Never sent`,
    sending: t`On its way`,
    held: t`The charger has it`,
    failed: t`Refused`,
    not_offered: t`Not offered by the charger`,
  };
  const send = useDeed({
    run: () => sendLocalList(chargerId),
    refresh: [
      ["admin", "charger", chargerId],
      ["admin", "commands", chargerId],
    ],
    said: t`The list is on its way.`,
  });
  return (
    <Section title={t`Local list of tags`}>
      <QueryView query={query}>
        {(list) => (
          <>
            <Facts
              facts={[
                {
                  label: t`State`,
                  value: <Badge tone={TONES[list.state]}>{names[list.state]}</Badge>,
                },
                { label: t`Sent version`, value: format.number(list.version) },
                {
                  label: t`Confirmed version`,
                  value: list.held_version === null ? "–" : format.number(list.held_version),
                },
                list.updated_at ? { label: t`Changed`, value: <Ago at={list.updated_at} /> } : null,
              ]}
            />
            <Button className="mt-3" busy={send.isPending} onClick={() => send.mutate(undefined)}>
              <Trans>Send all tags</Trans>
            </Button>
          </>
        )}
      </QueryView>
    </Section>
  );
}
