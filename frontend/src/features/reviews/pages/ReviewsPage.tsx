import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type AdminSchema, adminApi, unwrap } from "#/shared/api/admin";
import { pagedQuery } from "#/shared/api/pages";
import { useFormat } from "#/shared/lib/useFormat";
import { live } from "#/shared/live/live";
import { Ago } from "#/shared/operator/Ago";
import { ChargerCell } from "#/shared/operator/ChargerCell";
import { useSentence } from "#/shared/operator/sentences";
import { REVIEW_REASONS } from "#/shared/operator/words/sentences";
import { Card } from "#/shared/ui/Card";
import { EmptyState } from "#/shared/ui/EmptyState";
import { Icon } from "#/shared/ui/Icon";
import { LoadMore } from "#/shared/ui/LoadMore";
import { PageHeader } from "#/shared/ui/PageHeader";
import { QueryView } from "#/shared/ui/QueryView";
import { Segmented } from "#/shared/ui/Segmented";

export type ReviewKind = AdminSchema<"ReviewKind">;

function reviewsQuery(kind: ReviewKind) {
  return {
    ...pagedQuery(["admin", "reviews", kind], (cursor, signal) =>
      unwrap(adminApi.GET("/api/admin/reviews", { params: { query: { kind, cursor } }, signal })),
    ),
    ...live(),
  };
}

interface Props {
  kind: ReviewKind;
  onKind: (kind: ReviewKind) => void;
}

/** Messages that fit no transaction: somebody has to look at them. */
export function ReviewsPage({ kind, onKind }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const say = useSentence();
  const query = useInfiniteQuery(reviewsQuery(kind));
  return (
    <>
      <PageHeader
        title={t`To review`}
        lead={<Trans>What chargers reported and nothing here explains.</Trans>}
      />
      <Segmented
        className="mb-4"
        label={t`Kind`}
        value={kind}
        options={[
          { value: "orphan-stop", label: t`Stops without a start` },
          { value: "historic-start", label: t`Starts that came too late` },
        ]}
        onChange={onKind}
      />
      <Card className="overflow-hidden">
        <QueryView query={query}>
          {(reviews) =>
            reviews.length === 0 ? (
              <EmptyState icon={<Icon name="clipboard-check" />} title={t`Nothing to review`}>
                <Trans>Everything that arrived fits together.</Trans>
              </EmptyState>
            ) : (
              <ul className="divide-y divide-line">
                {reviews.map((review) => (
                  <li
                    key={`${review.charger_id} ${review.arrived_at} ${review.at}`}
                    className="grid gap-2 px-4 py-3"
                  >
                    <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                      <span>
                        <ChargerCell of={review} />
                      </span>
                      <span className="text-sm text-muted">
                        <Trans>
                          arrived <Ago at={review.arrived_at} />, says {format.precise(review.at)}
                        </Trans>
                      </span>
                    </p>
                    <p>{say(REVIEW_REASONS, review.reason)}</p>
                    <pre className="overflow-x-auto rounded-control bg-sunken p-3 font-mono text-xs whitespace-pre-wrap">
                      {JSON.stringify(review.detail, null, 2)}
                    </pre>
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
        <LoadMore query={query} />
      </Card>
    </>
  );
}
