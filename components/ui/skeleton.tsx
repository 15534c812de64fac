import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** A grey stand-in; give it the size of what will come, so that nothing moves. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames("animate-pulse rounded-sm bg-surface-hover", className)} />;
}

/** Wraps the skeletons of a loading page and says once that it loads. */
export function Loading({ label = "Loading", children }: { label?: string; children: ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}

/** A page of a list while it is loading: its heading and its button, `filters` where it has them, and rows of two lines. */
export function LoadingList({
  label,
  description,
  button,
  rows,
  filters,
}: {
  label: string;
  /** How high the description is. */
  description: "h-5" | "h-10";
  /** How wide the button is. */
  button: "w-40" | "w-44";
  rows: number;
  filters?: ReactNode;
}) {
  return (
    <Loading label={label}>
      <div className="flex flex-col gap-6">
        <div className="flex items-start justify-between gap-6">
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-7 w-28" />
            <Skeleton className={`w-full max-w-lg ${description}`} />
          </div>
          <Skeleton className={`h-9 ${button}`} />
        </div>
        {filters}
        <div className="divide-y rounded-lg border">
          {Array.from({ length: rows }, (_, row) => row).map((row) => (
            <div key={row} className="flex flex-col gap-2 px-4 py-3">
              <Skeleton className="h-5 w-48" />
              <Skeleton className="h-4 w-72 max-w-full" />
            </div>
          ))}
        </div>
      </div>
    </Loading>
  );
}
