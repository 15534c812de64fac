import { LoadingList } from "@/components/ui/skeleton";

export default function LoadingWebhooks() {
  return <LoadingList label="Loading webhooks" description="h-10" button="w-40" rows={4} />;
}
