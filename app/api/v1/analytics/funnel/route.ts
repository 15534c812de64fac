import { routes } from "@/lib/api/route";
import { analytics } from "@/lib/resources/analytics";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(analytics.funnel);
