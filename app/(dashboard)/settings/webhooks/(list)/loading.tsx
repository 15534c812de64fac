import { Loading, Skeleton } from "@/components/ui/skeleton";

const ROWS = ["a", "b", "c", "d"];

export default function LoadingWebhooks() {
  return (
    <Loading label="Loading webhooks">
      <div className="flex flex-col gap-6">
        <div className="flex items-start justify-between gap-6">
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-7 w-28" />
            <Skeleton className="h-10 w-full max-w-lg" />
          </div>
          <Skeleton className="h-9 w-40" />
        </div>
        <div className="divide-y rounded-lg border">
          {ROWS.map((row) => (
            <div key={row} className="flex flex-col gap-2 px-4 py-3">
              <Skeleton className="h-5 w-48" />
              <Skeleton className="h-4 w-72 max-w-full" />
            </div>
          ))}
        </div>
      </div>
    </Loading>
  );
}
