import type { Prisma } from "@/lib/db";

/**
 * The condition that selects keys whose secret was given to somebody who is no longer a member. Whoever looks for those
 * that are a risk adds livingFilter. A rotation answers it: the new half's secret was given to whoever rotated.
 */
export const knownToFormerMember: Prisma.ApiKeyWhereInput = { created_by: { disabled_at: { not: null } } };
