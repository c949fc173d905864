import { CommandHistory } from "../components/CommandHistory";
import { SendCard } from "../components/SendCard";

interface Props {
  chargerId: string;
  action: string;
  onAction: (action: string) => void;
}

export function CommandsTab(props: Props) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[24rem_minmax(0,1fr)]">
      <SendCard {...props} />
      <CommandHistory chargerId={props.chargerId} />
    </div>
  );
}
