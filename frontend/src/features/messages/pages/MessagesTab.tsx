import { useState } from "react";
import type { MessageSearch } from "../api/messages";
import { MessageFilters } from "../components/MessageFilters";
import { MessageLog } from "../components/MessageLog";

/** The log of one charger, on its page. */
export function MessagesTab({ chargerId }: { chargerId: string }) {
  const [search, setSearch] = useState<MessageSearch>({ charger: chargerId });
  return (
    <>
      <MessageFilters search={search} onSearch={setSearch} withCharger={false} />
      <MessageLog search={search} />
    </>
  );
}
