import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { readReference } from "@/components/docs/reference";
import { ResourcePage } from "@/components/docs/resource-page";
import { publicOrigin } from "@/lib/auth/public-origin";
import { apiDocument } from "@/lib/resources";

type Props = PageProps<"/docs/reference/[resource]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { resource } = await resourceOf(params);
  return { title: resource.title };
}

export default async function ReferencePage({ params }: Props) {
  return <ResourcePage {...(await resourceOf(params))} origin={publicOrigin(await headers())} />;
}

async function resourceOf(params: Props["params"]) {
  const { resource: wanted } = await params;
  const resources = readReference(apiDocument());
  return { resources, resource: resources.find(({ slug }) => slug === wanted) ?? notFound() };
}
