import { Code, CodeBlock } from "@/components/ui/code";
import { Link } from "@/components/ui/link";
import { Cell, ColumnHeader, RowHeader, Table, TableBody, TableHead, TableRow } from "@/components/ui/table";
import type { ON_LEAK } from "@/lib/api-keys/schema";
import type { Facts } from "../guides";
import { Bullets, Section, Steps, Text } from "../prose";
import { SampleTabs } from "../sample-tabs";
import { samplesOf } from "../samples";

export function LeakedKeys({ origin, keyPattern }: Facts) {
  return (
    <>
      <Section id="yours" title="If it is your key">
        <Steps>
          <li>
            Revoke it under <Link href="/settings/api-keys">Settings → API Keys</Link>, or rotate it where a
            program needs some time to change over. Removing it from the file is not enough: history and
            copies remain.
          </li>
          <li>Look at the key’s page: from which addresses it was used, and for what.</li>
          <li>Find out how it got there, before the next one follows.</li>
        </Steps>
      </Section>
      <Section id="found" title="If you found somebody’s key">
        <p>
          Paste it into <Link href="/report-key">Report a key</Link>, or send it from a program. You need
          neither an account nor a key of your own.
        </p>
        <SampleTabs
          label="Revoke a key that you found"
          samples={samplesOf({
            method: "POST",
            url: `${origin}/api/v1/api-keys/revoke`,
            body: { key: "pk_live_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6" },
            isPublic: true,
          })}
        />
        <Text>
          The answer is always the same, so it tells nobody whether there is such a key. If the key was
          living, it is revoked at once, and its owner and the admins of the organization are told. An address
          can report 60 times a minute.
        </Text>
      </Section>
      <Section id="github" title="If GitHub finds it">
        <Text>
          GitHub’s secret scanning can report keys that it finds in public repositories and packages. What
          happens then is the key’s own `on_leak`:
        </Text>
        <Table label="What on_leak does">
          <TableHead>
            <ColumnHeader>on_leak</ColumnHeader>
            <ColumnHeader>What happens</ColumnHeader>
          </TableHead>
          <TableBody>
            {Object.entries(CHOICES).map(([name, meaning]) => (
              <TableRow key={name}>
                <RowHeader className="align-top">
                  <Code>{name}</Code>
                </RowHeader>
                <Cell className="align-top">{meaning}</Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        <Text>
          Keys that the leaked one made of itself by `POST /api-keys/current/rotate` go the same way, since
          whoever has a key can rotate it. In each case the owner and the admins are told, once for each place
          in which it was seen.
        </Text>
      </Section>
      <Section id="scan" title="Find keys before others do">
        <Text>
          Every key matches this regular expression, and carries a checksum by which a scanner can tell a real
          one from noise without asking us:
        </Text>
        <CodeBlock label="Regular expression of a key">{keyPattern}</CodeBlock>
        <Bullets>
          <li>
            Decode the 32 characters behind the prefix as base64url (RFC 4648). Of the 24 bytes the last four
            are a number, most significant byte first.
          </li>
          <li>
            It must be the CRC-32 (ISO-HDLC, as in zip and PNG) of the eight ASCII characters{" "}
            <Code>pk_live_</Code> followed by the first 20 bytes.
          </li>
          <li>
            For gitleaks there is a{" "}
            <a href="/gitleaks.toml" download className={LINK}>
              rule to download
            </a>
            . It judges length, surroundings and randomness; gitleaks cannot compute checksums.
          </li>
        </Bullets>
        <CodeBlock label="Scan a repository with gitleaks">gitleaks git --config gitleaks.toml</CodeBlock>
      </Section>
    </>
  );
}

const LINK = "rounded-sm text-accent-text underline decoration-1 underline-offset-3 hover:decoration-2";

const CHOICES: Record<(typeof ON_LEAK)[number], string> = {
  revoke: "The key is revoked at once. This is the default.",
  revoke_after_24h: "The key works for 24 hours more, so that its programs can change over, and then ends.",
  alert: "The key works on; people are told. For keys that can do no harm.",
};
