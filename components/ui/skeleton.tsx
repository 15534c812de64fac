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
