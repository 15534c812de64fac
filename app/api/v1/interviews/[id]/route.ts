import { routes } from "@/lib/api/route";
import { interviews } from "@/lib/resources/interviews";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  interviews.get,
  interviews.update,
  interviews.remove,
);
