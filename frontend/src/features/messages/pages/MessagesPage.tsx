import { Trans, useLingui } from "@lingui/react/macro";
import { PageHeader } from "#/shared/ui/PageHeader";
import type { MessageSearch } from "../api/messages";
import { MessageFilters } from "../components/MessageFilters";
import { MessageLog } from "../components/MessageLog";

interface Props {
  search: MessageSearch;
  onSearch: (search: MessageSearch) => void;
}

/** Every message with its answer, live. */
export function MessagesPage({ search, onSearch }: Props) {
  const { t } = useLingui();
  return (
    <>
      <PageHeader
        title={t`Messages`}
        lead={
          <Trans>
            OCPP as it went over the wire, request and answer together. Secrets are masked.
          </Trans>
        }
      />
      <MessageFilters key={search.charger ?? ""} search={search} onSearch={onSearch} withCharger />
      <MessageLog search={search} />
    </>
  );
}
