// biome-ignore-all lint/a11y/noRedundantRoles: changing `display` takes a table's meaning from some browsers

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import NextLink from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/*
 * One table for every width: rows and columns where they have room, else ("stacked", see app/globals.css)
 * each row is a card whose cells stand under each other with their column's name. The table's own width
 * decides, since a sidebar may stand beside it. Every part states its role, so that it keeps it.
 */

/**
 * A table named by `label`; children are TableHead and TableBody. With `isWide` its columns need 832 px and
 * have the widths of their headers, whatever they hold; without it they need 576 px and share the room.
 */
export function Table({
  label,
  isWide = false,
  children,
}: {
  label: string;
  isWide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={isWide ? "@container/wide-table" : "@container/table"}>
      <div className="overflow-x-auto rounded-lg border bg-surface stacked:overflow-hidden">
        <table
          role="table"
          aria-label={label}
          className={classNames("w-full text-start stacked:block", isWide && "table-fixed")}
        >
          {children}
        </table>
      </div>
    </div>
  );
}

/** The column headers; children are ColumnHeaders. In cards the cells name their columns instead. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead
      role="rowgroup"
      className="border-b bg-surface-sunken stacked:block stacked:not-has-data-above-cards:hidden"
    >
      <tr role="row" className="stacked:block">
        {children}
      </tr>
    </thead>
  );
}

/**
 * `sort` makes the header a link to `href` and tells the present `direction`, if sorted by it. A header that
 * does something for all rows stays `isAboveCards`.
 */
export function ColumnHeader({
  sort,
  hideLabel = false,
  isAboveCards = false,
  className,
  children,
}: {
  sort?: { href: string; direction: "ascending" | "descending" | null };
  hideLabel?: boolean;
  isAboveCards?: boolean;
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
      data-above-cards={isAboveCards || undefined}
      className={classNames(
        "h-9 px-3 text-start text-xs font-medium whitespace-nowrap text-text-muted first:ps-4 last:pe-4",
        isAboveCards ? "stacked:block stacked:w-auto stacked:py-2" : "stacked:hidden",
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
    <tbody role="rowgroup" className="divide-y stacked:block">
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
        "stacked:flex stacked:flex-col stacked:gap-2 stacked:p-4",
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
        "px-3 py-2.5 text-start align-middle font-normal first:ps-4 last:pe-4 stacked:p-0 stacked:first:ps-0",
        className,
      )}
    />
  );
}

/** A cell. `label` is its column's name, shown beside the value in cards; without it the value stands alone. */
export function Cell({ label, className, children, ...props }: ComponentProps<"td"> & { label?: string }) {
  return (
    <td
      {...props}
      role="cell"
      className={classNames(
        "px-3 py-2.5 align-middle first:ps-4 last:pe-4",
        "stacked:flex stacked:min-h-6 stacked:min-w-0 stacked:items-center stacked:gap-3 stacked:p-0 stacked:first:ps-0 stacked:last:pe-0",
        className,
      )}
    >
      {label ? (
        <span className="hidden w-24 shrink-0 font-sans text-sm text-text-muted stacked:block">{label}</span>
      ) : null}
      {children}
    </td>
  );
}
