import { routes } from "@/lib/api/route";
import { notes } from "@/lib/resources/notes";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(notes.list, notes.create);
