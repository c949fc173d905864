import { useFormat } from "#/shared/lib/useFormat";
import { useNow } from "#/shared/live/useNow";

const RHYTHM_MS = 5000;

/** How long ago something was, with the exact time on hover. */
export function Ago({ at }: { at: string }) {
  const format = useFormat();
  const now = useNow(RHYTHM_MS);
  return (
    <time dateTime={at} title={format.precise(at)} className="whitespace-nowrap tabular">
      {format.age((now - Date.parse(at)) / 1000)}
    </time>
  );
}
