import { routes } from "@/lib/api/route";
import { webhooks } from "@/lib/resources/webhooks";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(webhooks.rotate);
