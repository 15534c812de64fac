"use client";

import { LoaderCircle } from "lucide-react";
import { ProgressBar } from "react-aria-components/ProgressBar";
import { classNames } from "./class-names";

/** A turning circle for work of unknown length; `label` is what screen readers hear. */
export function Spinner({ label, className }: { label: string; className?: string }) {
  return (
    <ProgressBar aria-label={label} isIndeterminate className={classNames("inline-flex", className)}>
      <LoaderCircle aria-hidden className="size-4 animate-spin" />
    </ProgressBar>
  );
}
