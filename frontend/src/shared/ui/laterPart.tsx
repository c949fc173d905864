import { Component, type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { isMissingPart } from "#/shared/lib/missingParts";
import { ErrorState } from "./ErrorState";

interface Around {
  /** Of the part's final height, while it is on its way. */
  fallback: ReactNode;
  /** In place of a part that did not come; else the error, with another try. */
  missing?: () => ReactNode;
}

/** A part of a page whose code is fetched when it is drawn, and again when a person asks for it. */
export function laterPart<Props extends object>(
  fetchPart: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props & Around> {
  // `lazy` remembers a failure for ever: each try has one of its own.
  let Part: ComponentType<Props> = lazy(fetchPart);

  return class Later extends Component<Props & Around, { error: unknown }> {
    override state = { error: null };

    static getDerivedStateFromError(error: unknown) {
      return { error };
    }

    override render() {
      const { fallback, missing, ...props } = this.props;
      const { error } = this.state;
      if (error && !isMissingPart(error)) throw error;
      if (error) return missing?.() ?? <ErrorState error={error} onRetry={this.retry} />;
      return (
        <Suspense fallback={fallback}>
          <Part {...(props as unknown as Props)} />
        </Suspense>
      );
    }

    private retry = () => {
      Part = lazy(fetchPart);
      this.setState({ error: null });
    };
  };
}
