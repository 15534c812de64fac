import { routes } from "@/lib/api/route";
import { jobs } from "@/lib/resources/jobs";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(jobs.list, jobs.create);
