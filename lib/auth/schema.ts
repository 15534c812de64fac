import { z } from "zod";
import { ROLE_NAMES } from "@/lib/access/roles";
import { text } from "@/lib/text";

export const PASSWORD_LENGTH = { min: 12, max: 128 };

/** The address of an account as it is stored. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "is required")
  .max(254, "must be at most 254 characters")
  .pipe(z.email("must be an e-mail address"));

/** A password somebody knows already: anything that could once have been accepted. */
const knownPassword = z.string().min(1, "is required").max(1024, "is too long");

/** A password to be set, counted in characters (code points). How common it is, the server judges. */
export const newPassword = z
  .string()
  .min(1, "is required")
  .refine((value) => value.isWellFormed(), "contains characters that cannot be stored")
  .refine(
    (value) => [...value].length >= PASSWORD_LENGTH.min,
    `must be at least ${PASSWORD_LENGTH.min} characters`,
  )
  .refine(
    (value) => [...value].length <= PASSWORD_LENGTH.max,
    `must be at most ${PASSWORD_LENGTH.max} characters`,
  );

/** The sign-in form. An e-mail that no account can have is an account that does not exist, not a fault of form. */
export const SignIn = z.object({
  email: text(1, 254).transform((value) => value.toLowerCase()),
  password: knownPassword,
});
export type SignIn = z.infer<typeof SignIn>;

/** The sign-up form: a person and the organization that they found. */
export const SignUp = z.strictObject({
  name: text(1, 100),
  email,
  password: newPassword,
  organization: text(1, 100),
});
export type SignUp = z.infer<typeof SignUp>;

/** The form that changes one's own password. */
export const ChangePassword = z.strictObject({ current: knownPassword, password: newPassword });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** The form that proves once more who one is. */
export const ProvePassword = z.strictObject({ password: knownPassword });
export type ProvePassword = z.infer<typeof ProvePassword>;

/** An account as an operator makes it. `organization` is a name or an id. */
export const NewAccount = z.strictObject({
  name: text(1, 100).optional(),
  email,
  password: newPassword,
  organization: text(1, 100),
  role: z.enum(ROLE_NAMES, `must be one of ${ROLE_NAMES.join(", ")}`).optional(),
});
export type NewAccount = z.infer<typeof NewAccount>;
