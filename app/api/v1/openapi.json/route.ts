import { routes } from "@/lib/api/route";
import { document } from "@/lib/resources";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(document);
