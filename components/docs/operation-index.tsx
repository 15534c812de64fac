import { Link } from "@/components/ui/link";
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
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-2">
          <MethodBadge method={method} />
          <Link href={`${page}#${id}`} prefetch={false} className="min-w-0 no-underline hover:underline">
            {summary}
          </Link>
          <code className="min-w-0 font-mono text-sm text-text-muted wrap-anywhere sm:ms-auto">{path}</code>
        </li>
      ))}
    </ul>
  );
}
