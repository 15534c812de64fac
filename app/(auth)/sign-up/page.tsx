import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthHeading } from "@/components/auth/auth-heading";
import { ProviderButtons } from "@/components/auth/provider-buttons";
import { SignUpForm } from "@/components/auth/sign-up-form";
import { Link } from "@/components/ui/link";
import { authPage } from "@/lib/auth/auth-page";
import { signUp } from "./actions";

export const metadata: Metadata = { title: "Create an account" };

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  const { callbackUrl } = await searchParams;
  const { isSignedIn, returnTo, csrfToken, providers, query } = await authPage(callbackUrl);
  if (isSignedIn) redirect(returnTo);
  return (
    <>
      <AuthHeading title="Create your account">You and a new organization, on the free plan.</AuthHeading>
      <div className="flex flex-col gap-3 rounded-xl border bg-surface p-6">
        <SignUpForm signUp={signUp} callbackUrl={returnTo} />
        <ProviderButtons providers={providers} csrfToken={csrfToken} callbackUrl={returnTo} />
      </div>
      <p className="mt-5 text-center text-text-muted">
        Have an account? <Link href={`/sign-in${query}`}>Sign in</Link>
      </p>
    </>
  );
}
