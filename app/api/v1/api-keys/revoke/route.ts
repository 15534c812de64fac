import { routes } from "@/lib/api/route";
import { leaks } from "@/lib/resources/leaks";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(leaks.revoke);
