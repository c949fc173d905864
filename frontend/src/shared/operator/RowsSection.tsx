import type { ReactNode } from "react";
import { Button } from "#/shared/ui/Button";
import { Section } from "#/shared/ui/Card";
import { Icon } from "#/shared/ui/Icon";

interface Props {
  title: string;
  /** The button that adds a row: what it says, and does. */
  add: ReactNode;
  onAdd: () => void;
  /** What is wrong with the rows together. */
  error: string | null;
  children: ReactNode;
}

/** A part of a form that is a list of rows, as many as a person wants. */
export function RowsSection({ title, add, onAdd, error, children }: Props) {
  return (
    <Section
      title={title}
      actions={
        <Button size="small" icon={<Icon name="plus" className="size-4" />} onClick={onAdd}>
          {add}
        </Button>
      }
    >
      {error ? (
        <p role="alert" className="mb-3 text-sm font-medium text-bad">
          {error}
        </p>
      ) : null}
      {children}
    </Section>
  );
}
