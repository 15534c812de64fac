import { headers } from "next/headers";
import { Introduction } from "@/components/docs/introduction";
import { readReference } from "@/components/docs/reference";
import { publicOrigin } from "@/lib/auth/public-origin";
import { apiDocument } from "@/lib/resources";

export default async function DocsPage() {
  return <Introduction origin={publicOrigin(await headers())} resources={readReference(apiDocument())} />;
}
