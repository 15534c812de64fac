import NextLink from "next/link";
import { MethodBadge } from "./method-badge";
import type { Operation } from "./reference";

/** Operations as links: what each does, by method and path. `page` is the address of the page that shows them. */
export function OperationIndex({
  label,
  page = "",
  operations,
}: {
  label: string;
  page?: string;
  operations: Operation[];
}) {
  return (
    <ul aria-label={label} className="divide-y rounded-lg border bg-surface">
      {operations.map(({ id, method, path, summary }) => (
        <li
          key={id}
          className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 px-3 py-2 sm:grid-cols-[auto_minmax(0,1fr)_auto]"
        >
          <MethodBadge method={method} />
          <NextLink
            href={`${page}#${id}`}
            prefetch={false}
            className="justify-self-start rounded-sm font-medium hover:underline"
          >
            {summary}
          </NextLink>
          <code className="min-w-0 font-mono text-sm text-text-muted wrap-anywhere max-sm:col-start-2">
            {path}
          </code>
        </li>
      ))}
    </ul>
  );
}
