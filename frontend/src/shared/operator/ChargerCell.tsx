import { ChargerLink } from "./ChargerLink";

interface Props {
  of: { charger_id: string; charger_name: string | null; station_name?: string | null };
}

/** A charger in a table by its name and its station's; by its id where it is deleted. */
export function ChargerCell({ of: { charger_id, charger_name, station_name } }: Props) {
  return (
    <>
      <ChargerLink chargerId={charger_id}>{charger_name ?? charger_id}</ChargerLink>
      {station_name ? <p className="text-xs text-muted">{station_name}</p> : null}
    </>
  );
}
