import { Trans } from "@lingui/react/macro";

/** The first stop of the Tab key: past the navigation. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-brand px-4 py-3 font-medium text-on-brand focus:translate-y-0"
    >
      <Trans>Skip to content</Trans>
    </a>
  );
}
