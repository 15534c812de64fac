"use client";

import { Webhook } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useWebhooks } from "./webhook-dialogs";

/** The button that opens the form of a new webhook. */
export function CreateWebhookButton() {
  const { create } = useWebhooks();
  return (
    <Button variant="primary" onPress={create}>
      <Webhook aria-hidden />
      Create webhook
    </Button>
  );
}
