import { FINDINGS, type Finding } from "@/lib/policy/findings";

/** What the page shows: all of it stands in the address. */
export type SecurityState = {
  tab: "findings" | "policy";
  /** The finding that is looked at; null: the most urgent. */
  finding: Finding | null;
  /** Counts from 1. */
  page: number;
};

const PATH = "/settings/security";

/** Reads the state from an address. What it does not understand falls back to the default. */
export function readSecurityState(params: Record<string, string | string[] | undefined>): SecurityState {
  const page = Number(params.page);
  return {
    tab: params.tab === "policy" ? "policy" : "findings",
    finding: FINDINGS.find((finding) => params.finding === finding) ?? null,
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The address of the policy. */
export const POLICY_ADDRESS = `${PATH}?tab=policy`;

/** The address of a page of a finding, or of the most urgent one. */
export function findingAddress(finding?: Finding, page = 1): string {
  const params = new URLSearchParams();
  if (finding) params.set("finding", finding);
  if (page > 1) params.set("page", String(page));
  return params.size > 0 ? `${PATH}?${params}` : PATH;
}
