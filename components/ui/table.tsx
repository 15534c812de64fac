// biome-ignore-all lint/a11y/noRedundantRoles: changing `display` takes a table's meaning from some browsers

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import NextLink from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/*
 * One table for every width: from 768 px rows and columns, below it each row is a card whose cells
 * stand under each other with their column's name. Every part states its role, so that it keeps it.
 */

/** A table named by `label`; children are TableHead and TableBody. */
export function Table({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="overflow-hidden rounded-lg border bg-surface md:overflow-x-auto">
      <table role="table" aria-label={label} className="w-full text-start max-md:block">
        {children}
      </table>
    </div>
  );
}

/** The column headers; children are ColumnHeaders. On phones the cells name their columns instead. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead role="rowgroup" className="border-b bg-surface-sunken max-md:hidden">
      <tr role="row">{children}</tr>
    </thead>
  );
}

/** `sort` makes the header a link to `href` and tells the present `direction`, if sorted by it. */
export function ColumnHeader({
  sort,
  hideLabel = false,
  className,
  children,
}: {
  sort?: { href: string; direction: "ascending" | "descending" | null };
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const Arrow =
    sort?.direction === "ascending" ? ArrowUp : sort?.direction === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort?.direction ?? undefined}
      className={classNames(
        "h-9 px-3 text-start text-xs font-medium whitespace-nowrap text-text-muted first:ps-4 last:pe-4",
        className,
      )}
    >
      {sort ? (
        <NextLink
          href={sort.href}
          scroll={false}
          prefetch={false}
          className="inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-text"
        >
          {children}
          <Arrow aria-hidden className="size-3.5" />
        </NextLink>
      ) : (
        <span className={hideLabel ? "sr-only" : undefined}>{children}</span>
      )}
    </th>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return (
    <tbody role="rowgroup" className="divide-y max-md:block">
      {children}
    </tbody>
  );
}

/** One row; children are a RowHeader and Cells. */
export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      {...props}
      role="row"
      className={classNames(
        "relative transition-colors hover:bg-surface-hover/50 has-aria-expanded:bg-surface-hover/50",
        "max-md:flex max-md:flex-col max-md:gap-2 max-md:p-4",
        className,
      )}
    />
  );
}

/** The cell that names its row. */
export function RowHeader({ className, ...props }: ComponentProps<"th">) {
  return (
    <th
      {...props}
      role="rowheader"
      scope="row"
      className={classNames(
        "px-3 py-2.5 text-start align-middle font-normal first:ps-4 last:pe-4 max-md:p-0 max-md:first:ps-0",
        className,
      )}
    />
  );
}

/** A cell. `label` is its column's name, shown beside the value on phones; without it the value stands alone. */
export function Cell({ label, className, children, ...props }: ComponentProps<"td"> & { label?: string }) {
  return (
    <td
      {...props}
      role="cell"
      className={classNames(
        "px-3 py-2.5 align-middle first:ps-4 last:pe-4",
        "max-md:flex max-md:min-h-6 max-md:items-center max-md:gap-3 max-md:p-0 max-md:first:ps-0 max-md:last:pe-0",
        className,
      )}
    >
      {label ? <span className="w-24 shrink-0 text-sm text-text-muted md:hidden">{label}</span> : null}
      {children}
    </td>
  );
}
