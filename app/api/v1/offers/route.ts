import { routes } from "@/lib/api/route";
import { offers } from "@/lib/resources/offers";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(offers.list, offers.create);
