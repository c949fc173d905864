import { createFileRoute, notFound } from "@tanstack/react-router";
import { ConnectorPage } from "#/features/charging/pages/ConnectorPage";
import { wholeNumber } from "#/shared/lib/wholeNumber";

/** What a printed QR code opens. */
export const Route = createFileRoute("/_driver/c/$charger/$connector")({
  beforeLoad: ({ params }) => {
    if (wholeNumber(params.connector) === null) throw notFound();
  },
  loader: ({ params: { charger, connector } }) => {
    // Its state is asked for while the page's code is on its way; the page tells what went wrong.
    import("#/features/charging/api/ahead")
      .then(({ readConnectorAhead }) => readConnectorAhead(charger, Number(connector)))
      .catch(() => undefined);
  },
  component: Page,
});

function Page() {
  const { charger, connector } = Route.useParams();
  return (
    <ConnectorPage
      key={`${charger}/${connector}`}
      chargerId={charger}
      connectorId={Number(connector)}
    />
  );
}
