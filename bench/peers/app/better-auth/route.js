import { auth } from "../../auth.js";

export const dynamic = "force-dynamic";

export async function GET(request) {
  const key = request.headers.get("authorization")?.slice("Bearer ".length) ?? "";
  const { valid } = await auth.api.verifyApiKey({ body: { key } });
  return Response.json({ success: valid, data: {}, errors: null }, { status: valid ? 200 : 401 });
}
