import { headers } from "next/headers";
import { Introduction } from "@/components/docs/introduction";
import { readReference } from "@/components/docs/reference";
import { openApi } from "@/lib/api/openapi";
import { publicOrigin } from "@/lib/auth/public-origin";
import { catalogue } from "@/lib/resources";

export default async function DocsPage() {
  return (
    <Introduction origin={publicOrigin(await headers())} resources={readReference(openApi(catalogue))} />
  );
}
