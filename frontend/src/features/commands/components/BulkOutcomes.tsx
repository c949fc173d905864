import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ChargerLink } from "#/shared/operator/ChargerLink";
import { Badge } from "#/shared/ui/Badge";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";
import { type BulkOutcome, type Command, commandQuery } from "../api/commands";
import { CommandBadge, useCommandStory } from "./CommandBadge";

interface Props {
  outcomes: BulkOutcome[];
  nameOf: (chargerId: string) => string;
}

/** A row per charger that follows its command until it is decided. */
export function BulkOutcomes({ outcomes, nameOf }: Props) {
  const { t } = useLingui();
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
      {outcomes.map(({ charger_id, command, message, refused }) => (
        <Tr key={command?.command_id ?? charger_id}>
          <Td>
            <ChargerLink chargerId={charger_id}>{nameOf(charger_id)}</ChargerLink>
          </Td>
          {command ? (
            <CommandCells command={command} />
          ) : (
            <>
              <Td>
                <Badge tone="bad">{t`Not sent`}</Badge>
              </Td>
              <Td className="text-muted">{message ?? refused}</Td>
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
      <Td>
        <CommandBadge state={data.state} />
      </Td>
      <Td className="text-muted">{story(data)}</Td>
    </>
  );
}
