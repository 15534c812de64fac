import type { Role } from "@/lib/access/roles";

/** What each role is for, beside its name. */
export const ROLE_TEXT: Record<Role, string> = {
  admin: "Everything, including members, policy and everybody’s keys",
  recruiter: "Reads and writes all hiring data",
  hiring_manager: "Reads all, and decides on applications, interviews and offers",
  viewer: "Reads all",
};
