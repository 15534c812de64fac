"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** The submit button of a `<form action>`: pending by itself while that form's action runs. */
export function SubmitButton(props: Omit<ButtonProps, "type">) {
  const { pending } = useFormStatus();
  return <Button variant="primary" isPending={pending} {...props} type="submit" />;
}
