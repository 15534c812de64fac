import type { Metadata } from "next";
import { AuthHeading } from "@/components/auth/auth-heading";
import { ReportKeyForm } from "@/components/report-key/report-key-form";
import { Logo } from "@/components/shell/logo";
import { Link } from "@/components/ui/link";

export const metadata: Metadata = { title: "Report a key" };

/** Open to everyone: whoever found a key has no account here. */
export default function ReportKeyPage() {
  return (
    <main id="content" className="flex min-h-dvh flex-col items-center px-5 py-10 sm:justify-center">
      <div className="flex w-full max-w-110 flex-col">
        <Logo className="mx-auto size-10" />
        <AuthHeading title="Report a key you found">
          A Prepzo API key in a place where others can read it? Revoke it here. You need no account, and
          nobody learns whose key it was.
        </AuthHeading>
        <div className="flex flex-col gap-3 rounded-xl border bg-surface p-6">
          <ReportKeyForm />
          <noscript>This page needs scripts. The guide shows how to report a key without them.</noscript>
        </div>
        <p className="mt-5 text-center text-text-muted">
          <Link href="/docs/leaked-keys" prefetch={false}>
            What happens to leaked keys
          </Link>
        </p>
      </div>
    </main>
  );
}
