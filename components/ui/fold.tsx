import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** Something that is wanted now and then: its name, and behind it the rest. With `isOpen` its owner keeps whether it is. */
export function Fold({
  title,
  isOpen,
  onToggle,
  children,
}: {
  title: ReactNode;
  isOpen?: boolean;
  onToggle?: (isOpen: boolean) => void;
  children: ReactNode;
}) {
  return (
    <details
      open={isOpen}
      onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}
      className="group/fold"
    >
      <summary className="inline-flex min-h-6 list-none items-center gap-1 rounded-sm text-sm font-medium text-accent-text [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 transition-transform in-[details[open]>summary]:rotate-90"
        />
        {title}
      </summary>
      <div className="mt-2 border-s ps-4">{children}</div>
    </details>
  );
}
