import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { type KeyActions, keyHolder, keySummary } from "@/components/api-keys/key-summary";
import { NewSecret } from "@/components/api-keys/new-secret";
import { FindingTable } from "@/components/security/finding-table";
import { FINDING_TEXTS } from "@/components/security/finding-texts";
import { Findings } from "@/components/security/findings";
import { PolicyForm } from "@/components/security/policy-form";
import { findingAddress, POLICY_ADDRESS, readSecurityState } from "@/components/security/security-address";
import { KeepFocus } from "@/components/shell/keep-focus";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { currentPerson, requireAdmin } from "@/lib/auth/session";
import { FINDINGS } from "@/lib/policy/findings";
import { countFindings, listFinding } from "@/lib/policy/hygiene";
import { policyOf } from "@/lib/policy/policy";
import * as keyActions from "../api-keys/actions";
import { changePolicy, countBreaches, markCallsSeen } from "./actions";

export const metadata: Metadata = { title: "Security" };

const actions: KeyActions = { ...keyActions };
const PAGE_SIZE = 25;

export default async function SecurityPage({ searchParams }: PageProps<"/settings/security">) {
  const actor = await requireAdmin();
  const [person, policy] = [await currentPerson(), await policyOf(actor)];
  const { tab, finding, page } = readSecurityState(await searchParams);
  const now = new Date();
  const counts = await countFindings(actor, now);
  const open = finding ?? FINDINGS.find((each) => counts[each] > 0) ?? null;
  const total = open === null ? 0 : counts[open];
  const lastPage = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (open !== null && page > lastPage) redirect(findingAddress(open, lastPage));
  const found =
    tab === "policy" || open === null
      ? []
      : await listFinding(actor, open, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }, now);
  const holder = keyHolder(person, actor.origin.address, policy);

  return (
    <NewSecret holder={holder} actions={actions}>
      <KeepFocus />
      <PageHeader
        title="Security"
        description="Which of your organization’s API keys are a risk, and what you demand of all of them."
      />
      <LinkTabs
        label="Parts of this page"
        items={[
          { label: "Findings", href: findingAddress(), isCurrent: tab === "findings" },
          { label: "Policy", href: POLICY_ADDRESS, isCurrent: tab === "policy" },
        ]}
      />
      {tab === "policy" ? (
        <PolicyForm policy={policy} changePolicy={changePolicy} countBreaches={countBreaches} />
      ) : (
        <Findings counts={counts} open={open}>
          {open !== null && found.length > 0 ? (
            <>
              <FindingTable
                finding={open}
                markSeen={markCallsSeen}
                rows={found.map(({ key, ...facts }) => ({
                  ...facts,
                  row: keySummary(key),
                }))}
              />
              <Pagination
                label={`Pages of ${FINDING_TEXTS[open].title}`}
                page={page}
                pageSize={PAGE_SIZE}
                total={total}
                href={(next) => findingAddress(open, next)}
              />
            </>
          ) : null}
        </Findings>
      )}
    </NewSecret>
  );
}
