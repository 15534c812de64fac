import NextLink from "next/link";
import { classNames } from "./class-names";

/**
 * Links of which one is current, each with an optional count: filters kept in the URL.
 * Not prefetched: each would ask the database.
 */
export function LinkTabs({
  label,
  items,
}: {
  label: string;
  items: { label: string; href: string; isCurrent: boolean; count?: number }[];
}) {
  return (
    <nav aria-label={label} className="min-w-0">
      <ul className="flex w-fit flex-wrap gap-0.5 rounded-lg border bg-surface-sunken p-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <NextLink
              href={item.href}
              scroll={false}
              prefetch={false}
              aria-current={item.isCurrent ? "true" : undefined}
              className={classNames(
                "flex h-7.5 items-center gap-1.5 rounded px-2.5 text-sm font-medium focus-visible:outline-offset-0",
                item.isCurrent
                  ? "bg-surface-raised text-text shadow-[0_0_0_1px_var(--border)]"
                  : "text-text-muted hover:text-text",
              )}
            >
              {item.label}
              {item.count === undefined ? null : (
                <span className="text-xs font-normal text-text-muted">
                  {item.count.toLocaleString("en-US")}
                </span>
              )}
            </NextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
