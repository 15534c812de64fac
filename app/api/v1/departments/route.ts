import { routes } from "@/lib/api/route";
import { departments } from "@/lib/resources/departments";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(departments.list, departments.create);
