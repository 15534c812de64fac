import { LoadingList, Skeleton } from "@/components/ui/skeleton";

export default function LoadingApiKeys() {
  return (
    <LoadingList
      label="Loading API keys"
      description="h-5"
      button="w-44"
      rows={6}
      filters={
        <div className="flex flex-col gap-3">
          <div className="flex flex-col gap-1.5">
            <Skeleton className="h-9 w-80 max-w-full" />
            <Skeleton className="h-5 w-96 max-w-full" />
          </div>
          <Skeleton className="h-9 w-full" />
        </div>
      }
    />
  );
}
