import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Code within text: a scope, a prefix, a header. */
export function Code({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <code
      className={classNames(
        "rounded-sm bg-surface-hover px-1 py-0.5 font-mono text-[0.9em] wrap-anywhere",
        className,
      )}
    >
      {children}
    </code>
  );
}

/** Lines of code; what does not fit scrolls. `action` (a CopyButton) stands at the right. */
export function CodeBlock({
  label,
  action,
  className,
  children,
}: {
  /** Names the block for those who scroll it by keyboard. */
  label: string;
  action?: ReactNode;
  /** Of the part that scrolls: a greatest height. */
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className="flex items-start rounded border bg-surface-sunken">
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines must be reachable by keyboard
        tabIndex={0}
        className={classNames(
          "min-w-0 flex-1 overflow-auto rounded px-3 py-2 focus-visible:outline-offset-0",
          className,
        )}
      >
        <pre className="font-mono text-sm">{children}</pre>
      </section>
      {action ? <div className="p-0.5">{action}</div> : null}
    </div>
  );
}
