import { routes } from "@/lib/api/route";
import { webhookDeliveries } from "@/lib/resources/webhook-deliveries";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(webhookDeliveries.list);
