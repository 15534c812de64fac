import type { Metadata } from "next";
import { ProofEnd } from "@/components/auth/proof-end";
import { PageHeader } from "@/components/ui/page-header";
import { currentPerson } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Confirm it is you" };

/** Where the way to a provider ends that was begun in another tab; the notice above says what it came to. */
export default async function ConfirmedPage({
  searchParams,
}: {
  searchParams: Promise<{ notice?: string | string[] }>;
}) {
  await currentPerson();
  const isProven = (await searchParams).notice === "proven";
  return (
    <>
      <PageHeader
        title={isProven ? "You can close this tab" : "Confirm it is you"}
        description={
          isProven
            ? "The page on which you began goes on by itself."
            : "Go back to the page on which you began, and try again there."
        }
      />
      {isProven ? <ProofEnd /> : null}
    </>
  );
}
