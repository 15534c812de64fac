import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** A bordered section with an optional heading (h2), description, action beside them, and footer. An `id` can be led to. */
export function Card({
  id,
  title,
  description,
  action,
  footer,
  className,
  children,
}: {
  id?: string;
  title?: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  footer?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section id={id} className={classNames("scroll-mt-20 rounded-lg border bg-surface", className)}>
      <div className="flex flex-col gap-4 p-5">
        {title ? (
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
            <div className="min-w-0">
              <h2 className="font-semibold">{title}</h2>
              {description ? <p className="mt-0.5 text-text-muted">{description}</p> : null}
            </div>
            {action}
          </div>
        ) : null}
        {children}
      </div>
      {footer ? (
        <div className="flex flex-wrap items-center justify-end gap-2 rounded-b-lg border-t bg-surface-sunken px-5 py-3">
          {footer}
        </div>
      ) : null}
    </section>
  );
}
