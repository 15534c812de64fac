import { routes } from "@/lib/api/route";
import { bulk } from "@/lib/resources/bulk";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(bulk.run);
