import { routes } from "@/lib/api/route";
import { candidates } from "@/lib/resources/candidates";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  candidates.get,
  candidates.update,
  candidates.remove,
);
