import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthHeading } from "@/components/auth/auth-heading";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { SignInForm } from "@/components/auth/sign-in-form";
import { Link } from "@/components/ui/link";
import { authPage } from "@/lib/auth/auth-page";
import { signInError } from "@/lib/auth/notices";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { error, callbackUrl } = await searchParams;
  const page = await authPage(callbackUrl);
  if (page.isSignedIn) redirect(page.returnTo);
  const { hasEnded, csrfToken, returnTo, providers, query } = page;
  return (
    <>
      <AuthHeading title="Sign in to Prepzo">
        {hasEnded
          ? "Your session has ended. Sign in again to go on."
          : "Manage the API keys of your organization."}
      </AuthHeading>
      <div className="flex flex-col gap-3 rounded-xl border bg-surface p-6">
        <SignInForm
          csrfToken={csrfToken}
          callbackUrl={returnTo}
          error={typeof error === "string" ? signInError(error) : undefined}
        />
        <ProviderButtons providers={providers} csrfToken={csrfToken} callbackUrl={returnTo} />
      </div>
      <p className="mt-5 text-center text-text-muted">
        New to Prepzo? <Link href={`/sign-up${query}`}>Create an account</Link>
      </p>
    </>
  );
}
