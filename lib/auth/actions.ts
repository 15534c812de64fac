"use server";

import { redirect } from "next/navigation";
import { leaveSession } from "./session";

/** Signs out: the session ends for good, wherever its cookie may have gone. */
export async function signOut(): Promise<void> {
  await leaveSession();
  redirect("/sign-in");
}
