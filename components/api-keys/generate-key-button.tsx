"use client";

import { KeyRound } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useNewSecret } from "./new-secret";

/** The button that opens the form of a new key. */
export function GenerateKeyButton() {
  const { generate } = useNewSecret();
  return (
    <Button variant="primary" onPress={generate}>
      <KeyRound aria-hidden />
      Generate New Key
    </Button>
  );
}
