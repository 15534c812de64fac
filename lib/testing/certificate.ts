import { generateKeyPairSync, sign } from "node:crypto";

/**
 * A certificate for a host that vouches for itself, valid for a day around now, and its private key, both as PEM.
 * X.509 version 3 (RFC 5280), signed by ECDSA with SHA-256.
 */
export function selfSigned(host: string): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(oid("2a8648ce3d040302"));
  const name = sequence(der(0x31, sequence(oid("550403"), der(0x0c, Buffer.from(host)))));
  const subjectAltName = sequence(der(0x82, Buffer.from(host)));
  const contents = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1)),
    algorithm,
    name,
    sequence(time(-12), time(12)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(sequence(oid("551d11"), der(0x04, subjectAltName)))),
  );
  const signature = sign("sha256", contents, privateKey);
  const whole = sequence(contents, algorithm, der(0x03, Buffer.concat([Buffer.of(0), signature])));
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString("base64")}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

/** One value of ASN.1 in its distinguished encoding. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, "hex"));
}

/** So many hours from now, as YYMMDDHHMMSSZ. */
function time(hours: number): Buffer {
  const text = new Date(Date.now() + hours * 3_600_000).toISOString().replace(/\..*|\D/g, "");
  return der(0x17, Buffer.from(`${text.slice(2)}Z`));
}
