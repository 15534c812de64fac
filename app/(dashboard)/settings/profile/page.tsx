import type { Metadata } from "next";
import { headers } from "next/headers";
import { AccountCard } from "@/components/profile/account-card";
import { ChangePassword } from "@/components/profile/change-password";
import { LinkedProviders } from "@/components/profile/linked-providers";
import { SessionsCard } from "@/components/profile/sessions-card";
import { PageHeader } from "@/components/ui/page-header";
import { ROLES } from "@/lib/access/roles";
import { requireProof } from "@/lib/auth/actions";
import { CSRF_HEADER } from "@/lib/auth/hand-over";
import { waysIn } from "@/lib/auth/linked-providers";
import { configuredProviders } from "@/lib/auth/provider-list";
import { currentPerson } from "@/lib/auth/session";
import { changePassword, signOutEverywhere, unlinkProvider } from "./actions";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const person = await currentPerson();
  const { providers: linked, hasPassword } = await waysIn(person.id);
  const providers = configuredProviders().map(({ id, name }) => ({
    id,
    name,
    isLinked: linked.includes(id),
  }));
  return (
    <>
      <PageHeader title="Profile" description="Your account, and the ways into it." />
      <AccountCard
        rows={[
          { label: "Name", value: person.name },
          { label: "E-mail", value: person.email },
          { label: "Role", value: ROLES[person.role].label },
          { label: "Organization", value: person.organization.name },
        ]}
      />
      {hasPassword ? <ChangePassword email={person.email} changePassword={changePassword} /> : null}
      {providers.length > 0 ? (
        <LinkedProviders
          providers={providers}
          csrfToken={(await headers()).get(CSRF_HEADER) ?? ""}
          requireProof={requireProof}
          unlinkProvider={unlinkProvider}
        />
      ) : null}
      <SessionsCard signOutEverywhere={signOutEverywhere} />
    </>
  );
}
