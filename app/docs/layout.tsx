import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DocsShell } from "@/components/docs/docs-shell";
import { readReference } from "@/components/docs/reference";
import { apiDocument } from "@/lib/resources";

export const metadata: Metadata = { title: { default: "API reference", template: "%s · Prepzo API" } };

/** Open to everyone: what the API can do is no secret. */
export default function DocsLayout({ children }: { children: ReactNode }) {
  return <DocsShell resources={readReference(apiDocument())}>{children}</DocsShell>;
}
