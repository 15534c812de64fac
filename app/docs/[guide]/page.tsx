import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { GUIDES } from "@/components/docs/guide-list";
import { GUIDE_BODIES } from "@/components/docs/guides";
import { readReference } from "@/components/docs/reference";
import { PageHeader } from "@/components/ui/page-header";
import { PLAN_NAMES } from "@/lib/access/plans";
import { planLimit } from "@/lib/api/rate-limit";
import { KEY_PATTERN } from "@/lib/api-keys/key-form";
import { publicOrigin } from "@/lib/auth/public-origin";
import { apiDocument } from "@/lib/resources";
import { RETRY_AFTER_MS } from "@/lib/webhooks/schedule";

type Props = PageProps<"/docs/[guide]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await guideOf(params);
  return { title };
}

export default async function GuidePage({ params }: Props) {
  const { slug, title, description } = await guideOf(params);
  const Body = GUIDE_BODIES[slug];
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <PageHeader title={title} description={description} />
      <Body
        origin={publicOrigin(await headers())}
        keyPattern={KEY_PATTERN.source}
        plans={PLAN_NAMES.map((name) => ({ name, limit: planLimit(name) }))}
        webhookRetries={RETRY_AFTER_MS}
        resources={readReference(apiDocument())}
      />
    </div>
  );
}

async function guideOf(params: Props["params"]) {
  const { guide } = await params;
  return GUIDES.find(({ slug }) => slug === guide) ?? notFound();
}
