import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ChargerCell } from "#/shared/operator/ChargerCell";
import { Badge } from "#/shared/ui/Badge";
import { useRefusal } from "#/shared/ui/ErrorState";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { type BulkOutcome, type Command, commandQuery } from "../api/commands";
import { CommandBadge, useCommandStory } from "./CommandBadge";

/** A row per charger that follows its command until it is decided. */
export function BulkOutcomes({ outcomes }: { outcomes: BulkOutcome[] }) {
  const { t } = useLingui();
  const why = useRefusal();
  return (
    <Table
      caption={t`Outcomes`}
      head={
        <>
          <Th>{t`Charger`}</Th>
          <Th>{t`State`}</Th>
          <Th>{t`What happened`}</Th>
        </>
      }
    >
      {outcomes.map((outcome) => (
        <Tr key={outcome.command?.command_id ?? outcome.charger_id}>
          <Td>
            <ChargerCell of={outcome} />
          </Td>
          {outcome.command ? (
            <CommandCells command={outcome.command} />
          ) : (
            <>
              <Td part="corner">
                <Badge tone="bad">{t`Not sent`}</Badge>
              </Td>
              <Td className="text-muted">{why(outcome.refused, outcome.message)}</Td>
            </>
          )}
        </Tr>
      ))}
    </Table>
  );
}

function CommandCells({ command }: { command: Command }) {
  const story = useCommandStory();
  const { data } = useQuery({
    ...commandQuery(command.charger_id, command.command_id),
    initialData: command,
  });
  return (
    <>
      <Td part="corner">
        <CommandBadge state={data.state} />
      </Td>
      <Td className="text-muted">{story(data)}</Td>
    </>
  );
}
