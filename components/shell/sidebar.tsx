"use client";

import NextLink from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import type { NavigationGroup } from "./navigation";

/** Pages in groups, the present one marked ("page"; "true" where it lies below). `onNavigate` runs on each choice. */
export function Sidebar({ groups, onNavigate }: { groups: NavigationGroup[]; onNavigate?: () => void }) {
  const path = usePathname();
  const present = nearest(
    path,
    groups.flatMap(({ items }) => items.map(({ href }) => href)),
  );
  return (
    <nav aria-label="Main" className="flex flex-col gap-6">
      {groups.map((group) => (
        <div key={group.label}>
          <h2 className="px-2.5 pb-1.5 text-xs font-medium text-text-muted">{group.label}</h2>
          <ul className="flex flex-col gap-0.5">
            {group.items.map(({ label, href, icon, prefetch }) => (
              <li key={href}>
                <NextLink
                  href={href}
                  prefetch={prefetch}
                  onClick={onNavigate}
                  aria-current={href !== present ? undefined : href === path ? "page" : "true"}
                  className={classNames(
                    "flex h-8 items-center gap-2.5 rounded px-2.5 font-medium text-text-muted transition-colors max-md:h-10",
                    "hover:bg-surface-hover hover:text-text [&_svg]:size-4",
                    "[&[aria-current]]:bg-surface-hover [&[aria-current]]:text-text [&[aria-current]_svg]:text-accent-text",
                  )}
                >
                  {icon}
                  {label}
                </NextLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The entry for the page itself, else the one under which it lies. */
function nearest(path: string, entries: string[]) {
  return entries
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .reduce((best, href) => (href.length > best.length ? href : best), "");
}
