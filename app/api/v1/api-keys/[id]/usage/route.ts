import { routes } from "@/lib/api/route";
import { apiKeys } from "@/lib/resources/api-keys";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(apiKeys.usage);
