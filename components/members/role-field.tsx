import { Radio, RadioGroup } from "@/components/ui/radio-group";
import { ROLE_NAMES, ROLES, type Role } from "@/lib/access/roles";
import { ROLE_TEXT } from "./role-text";

/** Chooses a role, with what it is for. */
export function RoleField({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  return (
    <RadioGroup label="Role">
      {ROLE_NAMES.map((role) => (
        <Radio
          key={role}
          name="role"
          label={ROLES[role].label}
          description={ROLE_TEXT[role]}
          checked={value === role}
          onChange={() => onChange(role)}
        />
      ))}
    </RadioGroup>
  );
}
