import { TextField } from "@/components/ui/text-field";

/** The e-mail by which an account is known, as browsers and password managers look for it. */
export function EmailField(props: { label: string; defaultValue?: string; error?: string }) {
  return (
    <TextField
      {...props}
      name="email"
      type="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={254}
      required
    />
  );
}
