import { routes } from "@/lib/api/route";
import { applications } from "@/lib/resources/applications";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  applications.get,
  applications.update,
  applications.remove,
);
