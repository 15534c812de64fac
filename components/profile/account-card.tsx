import { Card } from "@/components/ui/card";

/** Who one is here. Read only: role and organization are an admin's to give. */
export function AccountCard({ rows }: { rows: readonly { label: string; value: string }[] }) {
  return (
    <Card title="Account">
      <dl className="grid grid-cols-[8rem_1fr] gap-x-4 gap-y-2.5 max-sm:grid-cols-1 max-sm:gap-y-0.5">
        {rows.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-text-muted max-sm:text-sm">{label}</dt>
            <dd className="min-w-0 font-medium wrap-anywhere max-sm:mb-2.5">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
