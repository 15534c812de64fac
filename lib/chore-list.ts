import { idempotencySweep } from "./api/idempotency-records";
import { endsNoted } from "./api-keys/note-ends";
import type { Chore } from "./chores";
import { mailDelivery } from "./notices/deliver";
import { expiryNotices } from "./notices/expiring";
import { noticeSweep } from "./notices/old-notices";
import { idleSweep } from "./policy/idle";
import { usageSweep } from "./usage/retention";
import { failingSweep } from "./webhooks/long-failing";
import { deliveriesSweep } from "./webhooks/prune";
import { overdueSweep } from "./webhooks/waiting";

/** What is done again and again beside the answering of requests. */
export const CHORES: readonly Chore[] = [
  usageSweep,
  endsNoted,
  expiryNotices,
  idleSweep,
  mailDelivery,
  noticeSweep,
  deliveriesSweep,
  overdueSweep,
  failingSweep,
  idempotencySweep,
];
