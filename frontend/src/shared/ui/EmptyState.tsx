import type { ReactNode } from "react";

interface Props {
  icon?: ReactNode;
  title: ReactNode;
  /** What to do next. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <div className="mx-auto grid max-w-sm justify-items-center gap-2 px-4 py-12 text-center">
      {icon ? (
        <div className="mb-2 grid size-14 place-items-center rounded-2xl bg-brand-soft text-brand-ink [&>svg]:size-7">
          {icon}
        </div>
      ) : null}
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="text-balance text-muted">{children}</div> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
