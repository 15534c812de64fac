/** The guides, in the order in which a newcomer needs them. */
export const GUIDES = [
  {
    slug: "authentication",
    title: "Authentication",
    description: "How to get a key, where to put it, and what an answer says when it is refused.",
  },
  {
    slug: "scopes",
    title: "Scopes",
    description: "What a key may do is what its scopes and the role of its owner both allow.",
  },
  {
    slug: "errors",
    title: "Errors",
    description: "Every refusal has the same form, a stable code, and says which field is at fault.",
  },
  {
    slug: "pagination",
    title: "Pagination",
    description: "Lists come in pages, newest first: by offset to jump, by cursor to walk.",
  },
  {
    slug: "rate-limits",
    title: "Rate limits",
    description: "How many calls a minute an organization may make, and how to stay within.",
  },
  {
    slug: "idempotency",
    title: "Idempotency",
    description: "How to send a request again without doing it twice.",
  },
  {
    slug: "bulk",
    title: "Bulk operations",
    description: "Up to 1,000 changes in one request, each on its own or all or nothing.",
  },
  {
    slug: "webhooks",
    title: "Webhooks",
    description: "How to be told what happens, how to know that it is true, and what to answer.",
  },
  {
    slug: "leaked-keys",
    title: "Leaked keys",
    description: "What happens to a key that others have, how to report one, and how to find one first.",
  },
] as const satisfies { slug: string; title: string; description: string }[];

export type GuideSlug = (typeof GUIDES)[number]["slug"];
