import { routes } from "@/lib/api/route";
import { currentApiKey } from "@/lib/resources/current-api-key";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(currentApiKey.usage);
