import { Notice } from "@/components/shell/notice";
import { LinkButton } from "@/components/ui/link";

export const metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <main id="content">
      <Notice title="Page not found" action={<LinkButton href="/">Go to API keys</LinkButton>}>
        The address may be mistyped, or the page may have been removed.
      </Notice>
    </main>
  );
}
