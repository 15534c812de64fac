import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";

/** The way out on all devices at once. API keys are no sessions and live on. */
export function SessionsCard({ signOutEverywhere }: { signOutEverywhere: () => Promise<void> }) {
  return (
    <Card
      title="Sessions"
      description="Ends your session on every device, this one included. Your API keys keep working."
      footer={
        <form action={signOutEverywhere}>
          <SubmitButton variant="secondary" pendingLabel="Signing out">
            Sign out everywhere
          </SubmitButton>
        </form>
      }
    >
      {null}
    </Card>
  );
}
