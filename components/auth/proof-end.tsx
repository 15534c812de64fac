"use client";

import { useEffect } from "react";
import { tellProven } from "./proof-channel";

/** The end of the way to a provider and back: what waits for it in another tab goes on. */
export function ProofEnd() {
  useEffect(tellProven, []);
  return null;
}
