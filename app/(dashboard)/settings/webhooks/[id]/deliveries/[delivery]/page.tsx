import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isId } from "@/components/key-page/page-state";
import { KeepFocus } from "@/components/shell/keep-focus";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Arrivals } from "@/components/webhooks/arrivals";
import { AttemptList } from "@/components/webhooks/attempt-list";
import { DeliveryBody, DeliveryFacts } from "@/components/webhooks/delivery-facts";
import { DeliveryStatusBadge } from "@/components/webhooks/delivery-status";
import { ResendButton } from "@/components/webhooks/resend-button";
import { webhookAddress } from "@/components/webhooks/webhook-address";
import { grants } from "@/lib/access/scopes";
import { requireActor } from "@/lib/auth/session";
import { isAppError } from "@/lib/errors";
import { readDelivery } from "@/lib/webhooks/deliveries";
import { findWebhook } from "@/lib/webhooks/list";
import { isOff } from "@/lib/webhooks/webhook";

export const metadata: Metadata = { title: "Delivery" };

export default async function DeliveryPage({
  params,
}: PageProps<"/settings/webhooks/[id]/deliveries/[delivery]">) {
  const actor = await requireActor();
  const { id, delivery: deliveryId } = await params;
  if (!isId(id) || !isId(deliveryId)) notFound();
  const [webhook, delivery] = await Promise.all([
    findWebhook(actor, id, new Date()),
    readDelivery(actor, id, deliveryId).catch(absent),
  ]);
  if (webhook === null || delivery === null) notFound();

  return (
    <>
      <KeepFocus />
      <Arrivals deliveries={[delivery]} isOff={isOff(webhook)} />
      <Link href={webhookAddress(id)} className="inline-flex w-fit items-center gap-1.5 text-sm">
        <ArrowLeft aria-hidden className="size-3.5" />
        {webhook.name}
      </Link>
      <PageHeader
        title={delivery.event_type}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <DeliveryStatusBadge delivery={delivery} />
            {delivery.test ? <Badge>Test</Badge> : null}
          </span>
        }
        actions={
          grants(actor.leaves, "webhooks:write") && !isOff(webhook) ? (
            <ResendButton delivery={delivery} />
          ) : null
        }
      />
      <DeliveryFacts delivery={delivery} isOff={isOff(webhook)} />
      <AttemptList attempts={delivery.history} total={delivery.attempts} />
      <DeliveryBody body={delivery.body} />
    </>
  );
}

/** What one may not see is as if it were not there. */
function absent(error: unknown): null {
  if (isAppError(error)) return null;
  throw error;
}
