import type { ReactNode } from "react";

/** What stands where a list would: why it is empty and the one thing to do about it. */
export function EmptyState({
  icon,
  title,
  action,
  children,
}: {
  icon?: ReactNode;
  title: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center rounded-lg border border-dashed bg-surface px-6 py-14 text-center">
      {icon ? (
        <div
          aria-hidden
          className="mb-4 grid size-10 place-items-center rounded-lg border bg-surface-raised text-text-muted [&_svg]:size-5"
        >
          {icon}
        </div>
      ) : null}
      <h2 className="text-lg font-semibold">{title}</h2>
      {children ? <div className="mt-1 max-w-md text-balance text-text-muted">{children}</div> : null}
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  );
}
