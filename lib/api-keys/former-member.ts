import type { Prisma } from "@/lib/db";

const gone = { disabled_at: { not: null } };

/**
 * The condition that selects keys whose secret is known to somebody who is no longer a member: whoever made it, had it
 * before it was handed over, or knew the key that made it. Whoever looks for those that are a risk adds livingFilter. A rotation by anybody but the
 * key itself answers it.
 */
export const knownToFormerMember: Prisma.ApiKeyWhereInput = {
  OR: [{ created_by: gone }, { handed_over_from: gone }],
};
