"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { SignUpState } from "@/components/auth/sign-up-form";
import { fieldsOf } from "@/lib/auth/action";
import { callOrigin } from "@/lib/auth/call-origin";
import { failureOf } from "@/lib/auth/failure";
import { publicOrigin } from "@/lib/auth/public-origin";
import { returnPath } from "@/lib/auth/return-path";
import { SignUp } from "@/lib/auth/schema";
import { beginSession } from "@/lib/auth/session";
import * as service from "@/lib/auth/sign-up";
import { parse } from "@/lib/faults";

/** Makes the account, signs in and leads on; or answers what to mend, with the values typed but never the password. */
export async function signUp(_previous: SignUpState | null, form: FormData): Promise<SignUpState> {
  const { callbackUrl, ...fields } = fieldsOf(form);
  const { password: _, ...values } = fields;
  const origin = await callOrigin();
  try {
    const input = parse(SignUp, fields);
    if (!input.ok) return { values, faults: input.faults };
    await beginSession(await service.signUp(input.data, origin), "sign-up");
  } catch (error) {
    return { values, faults: failureOf(error, origin.requestId).faults };
  }
  redirect(returnPath(callbackUrl, publicOrigin(await headers())));
}
