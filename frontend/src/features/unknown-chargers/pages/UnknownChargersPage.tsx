import { Trans, useLingui } from "@lingui/react/macro";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { adminApi, unwrap } from "#/shared/api/admin";
import { Freshness } from "#/shared/live/Freshness";
import { live } from "#/shared/live/live";
import { Ago } from "#/shared/operator/Ago";
import { useSentence } from "#/shared/operator/sentences";
import { useDeed } from "#/shared/operator/useDeed";
import { PLACES_SEEN } from "#/shared/operator/words/sentences";
import { Button, ButtonLink } from "#/shared/ui/Button";
import { Card } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { Table, Td, Th, Tr } from "#/shared/ui/Table";

const unknownChargersQuery = queryOptions({
  queryKey: ["admin", "unknown-chargers"],
  queryFn: ({ signal }) => unwrap(adminApi.GET("/api/admin/unknown-chargers", { signal })),
  ...live(),
});

function dismiss(chargerId: string) {
  const params = { path: { charger_id: chargerId } };
  return unwrap(adminApi.DELETE("/api/admin/unknown-chargers/{charger_id}", { params }));
}

/** Chargers that knocked and were refused, since nobody registered them. */
export function UnknownChargersPage() {
  const { t } = useLingui();
  const say = useSentence();
  const query = useQuery(unknownChargersQuery);
  const deed = useDeed({ run: dismiss, refresh: [["admin", "unknown-chargers"]] });
  return (
    <>
      <PageHeader
        title={t`Unknown chargers`}
        lead={
          <>
            <Trans>They dialled in and were refused. Register one to let it in.</Trans>{" "}
            <Freshness updatedAt={query.dataUpdatedAt} />
          </>
        }
      />
      <Card className="overflow-hidden">
        <QueryView query={query}>
          {(chargers) =>
            chargers.length === 0 ? (
              <EmptyState icon={<Icon name="inbox" />} title={t`The inbox is empty`}>
                <Trans>A charger that nobody registered appears here when it dials in.</Trans>
              </EmptyState>
            ) : (
              <Table
                caption={t`Unknown chargers`}
                head={
                  <>
                    <Th>{t`Identity`}</Th>
                    <Th>{t`Where`}</Th>
                    <Th>{t`First`}</Th>
                    <Th>{t`Last`}</Th>
                    <Th className="text-right">{t`Times`}</Th>
                    <Th>
                      <span className="sr-only">{t`Register or dismiss`}</span>
                    </Th>
                  </>
                }
              >
                {chargers.map((charger) => (
                  <Tr key={charger.key}>
                    <Td className="font-mono font-medium">{charger.key}</Td>
                    <Td className="max-w-80 text-muted">{say(PLACES_SEEN, charger.detail)}</Td>
                    <Td>
                      <Ago at={charger.first_seen_at} />
                    </Td>
                    <Td>
                      <Ago at={charger.last_seen_at} />
                    </Td>
                    <Td numeric>{charger.times}</Td>
                    <Td part="actions">
                      <span className="flex justify-end gap-2">
                        <ButtonLink
                          size="small"
                          kind="primary"
                          to="/admin/chargers/new"
                          search={{ unknown: charger.as_sent }}
                        >
                          <Trans>Register</Trans>
                        </ButtonLink>
                        <Button
                          size="small"
                          disabled={deed.isPending}
                          onClick={() => deed.mutate(charger.key)}
                        >
                          <Trans>Dismiss</Trans>
                        </Button>
                      </span>
                    </Td>
                  </Tr>
                ))}
              </Table>
            )
          }
        </QueryView>
      </Card>
    </>
  );
}
