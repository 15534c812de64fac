export const dynamic = "force-dynamic";

/** The least that a Next.js route handler can do. */
export function GET() {
  return Response.json({ success: true, data: {}, errors: null });
}
