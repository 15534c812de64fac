"use client";

import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Text } from "react-aria-components/Text";
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from "react-aria-components/Toast";

interface Message {
  title: string;
  description?: string;
  tone: "success" | "danger" | "info";
}

const queue = new ToastQueue<Message>({ maxVisibleToasts: 3 });

/**
 * Shows and announces a short message. Good news leaves after 8 seconds (not while pointed at or
 * focused); a failure (`tone: "danger"`) stays until it is closed.
 */
export function toast(
  title: string,
  { description, tone = "success" }: Partial<Omit<Message, "title">> = {},
) {
  queue.add({ title, description, tone }, { timeout: tone === "danger" ? undefined : 8000 });
}

/**
 * Where toasts appear; stands once, in the root layout. Dialogs have their buttons at the top and the bottom right, so it
 * is below the former on phones and at the bottom left elsewhere.
 */
export function ToastRegion() {
  return (
    <AriaToastRegion
      queue={queue}
      className="fixed start-4 z-60 flex w-[min(24rem,calc(100vw-2rem))] gap-2 rounded-lg max-md:top-14 max-md:flex-col md:bottom-4 md:flex-col-reverse"
    >
      {({ toast }) => {
        const Icon = icons[toast.content.tone];
        return (
          <AriaToast
            toast={toast}
            className="flex items-start gap-3 rounded-lg border bg-surface-raised p-3 shadow-overlay"
          >
            <Icon aria-hidden className={`mt-0.75 size-4 shrink-0 ${colors[toast.content.tone]}`} />
            <ToastContent className="min-w-0 flex-1">
              <Text slot="title" elementType="p" className="font-medium">
                {toast.content.title}
              </Text>
              {toast.content.description ? (
                <Text slot="description" elementType="p" className="text-sm text-text-muted">
                  {toast.content.description}
                </Text>
              ) : null}
            </ToastContent>
            <Button
              slot="close"
              aria-label="Close notification"
              className="grid size-6 place-items-center rounded-sm text-text-muted hover:bg-surface-hover hover:text-text"
            >
              <X aria-hidden className="size-4" />
            </Button>
          </AriaToast>
        );
      }}
    </AriaToastRegion>
  );
}

const icons = { success: CircleCheck, danger: CircleAlert, info: Info };

const colors = { success: "text-success-text", danger: "text-danger-text", info: "text-info-text" };
