/** Data Integrity proofs by `eddsa-rdfc-2022`: what is signed is what the words mean, and not how they are spaced. */

import { hashes, verify } from "@noble/ed25519";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { base58 } from "@scure/base";
import jsonld from "jsonld";
import { loadDocument } from "./contexts.ts";
import type { Signed } from "./form.ts";

// not the browser's own: it has none from a folder everywhere, and no Ed25519 in many
hashes.sha512 = sha512;

const DID = "did:key:";

/** Whether the document's proof is by the very key that its issuer names, and fits every word. */
export async function proofHolds(document: Signed): Promise<boolean> {
  const { proof, ...rest } = document;
  const { proofValue, ...options } = proof;
  const issuer = typeof document.issuer === "string" ? document.issuer : document.issuer.id;
  if (proof.verificationMethod !== `${issuer}#${issuer.slice(DID.length)}`) return false;
  try {
    const key = bytes(issuer.slice(DID.length));
    if (key.length !== 34 || key[0] !== 0xed || key[1] !== 0x01) return false;
    const told = await Promise.all([digest({ "@context": document["@context"], ...options }), digest(rest)]);
    const data = new Uint8Array(64);
    told.forEach((part, place) => data.set(part, 32 * place));
    return verify(bytes(proofValue), data, key.slice(2));
  } catch {
    return false;
  }
}

async function digest(document: object): Promise<Uint8Array> {
  const text = await jsonld.canonize(
    document as never,
    {
      algorithm: "RDFC-1.0",
      format: "application/n-quads",
      documentLoader: loadDocument as never,
      safe: true,
      canonizeOptions: { createMessageDigest: () => new Digest() },
    } as never,
  );
  return sha256(utf8ToBytes(text as unknown as string));
}

class Digest {
  private readonly hash = sha256.create();
  update(text: string): void {
    this.hash.update(utf8ToBytes(text));
  }
  digest(): string {
    return bytesToHex(this.hash.digest());
  }
}

function bytes(multibase: string): Uint8Array {
  if (!multibase.startsWith("z")) throw new Error("not in base 58");
  return base58.decode(multibase.slice(1));
}
