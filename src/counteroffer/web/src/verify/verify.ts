/** Is this certificate to be believed? Each question is answered on its own; `credentials/verify.py` asks the same. */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { isCredential, isStatusList } from "./form.ts";
import type { Credential, Issuer, StatusList } from "./form.ts";
import { fingerprint, serves } from "./issuer.ts";
import { proofHolds } from "./proof.ts";
import { isSet } from "./status.ts";
import { verifyWords } from "../words/verify-words.ts";

export type Answer = "yes" | "no" | "open";

export interface Finding {
  about: "form" | "signature" | "issuer" | "time" | "revocation" | "holder";
  answer: Answer;
  says: string;
}

export interface Given {
  issuers: Issuer[];
  lists: unknown[];
  /** Now, as `2026-11-28T10:00:00Z`. */
  at: string;
  /** What the holder of a certificate without a name says. */
  word?: string;
}

export async function verify(document: unknown, given: Given): Promise<Finding[]> {
  const words = verifyWords();
  if (!isCredential(document)) return [{ about: "form", answer: "no", says: words.foreign }];
  if (!(await proofHolds(document))) return [{ about: "signature", answer: "no", says: words.changed }];
  const issuer = given.issuers.find((one) => one.keys.some((key) => key.id === document.issuer.id));
  return [
    { about: "signature", answer: "yes", says: words.whole },
    issuerOf(document, issuer),
    timeOf(document, given.at),
    await revocationOf(document, issuer, given.lists),
    holderOf(document, given.word),
  ];
}

export const answerOf = (findings: Finding[]): Answer => {
  const answers = findings.map((one) => one.answer);
  return answers.includes("no") ? "no" : answers.includes("open") ? "open" : "yes";
};

function issuerOf(credential: Credential, issuer: Issuer | undefined): Finding {
  const words = verifyWords();
  const about = "issuer";
  const key = issuer?.keys.find((one) => one.id === credential.issuer.id);
  if (!issuer || !key) return { about, answer: "open", says: words.unknown(credential.issuer.name) };
  if (key.withdrawn !== undefined)
    return { about, answer: "no", says: words.withdrawn(issuer.name, key.withdrawn) };
  if (!serves(key, credential.proof.created))
    return { about, answer: "no", says: words.outOfTime(issuer.name, day(credential.proof.created)) };
  if (credential.issuer.name !== issuer.name)
    return { about, answer: "no", says: words.otherName(credential.issuer.name, issuer.name) };
  return { about, answer: "yes", says: words.by(issuer.name, fingerprint(issuer)) };
}

function timeOf({ validFrom, validUntil }: Credential, at: string): Finding {
  const words = verifyWords();
  const about = "time";
  if (at < validFrom) return { about, answer: "no", says: words.tooEarly(day(validFrom)) };
  if (validUntil === undefined) return { about, answer: "yes", says: words.endless };
  if (at >= validUntil) return { about, answer: "no", says: words.expired(day(validUntil)) };
  return { about, answer: "yes", says: words.until(day(validUntil)) };
}

async function revocationOf(
  { credentialStatus }: Credential,
  issuer: Issuer | undefined,
  lists: unknown[],
): Promise<Finding> {
  const words = verifyWords();
  const about = "revocation";
  const found = lists.filter(isStatusList).filter((one) => one.id === credentialStatus.statusListCredential);
  if (!issuer || found.length === 0) return { about, answer: "open", says: words.noList };
  // the youngest of the issuer's own: whoever adds a list of theirs hides none
  const own: StatusList[] = [];
  for (const one of found) if (await isBy(issuer, one)) own.push(one);
  const list = own.sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0];
  if (!list) return { about, answer: "open", says: words.foreignList };
  const gone = isSet(list, Number(credentialStatus.statusListIndex));
  if (gone === undefined) return { about, answer: "open", says: words.shortList };
  return gone
    ? { about, answer: "no", says: words.revoked(day(list.validFrom)) }
    : { about, answer: "yes", says: words.notRevoked(day(list.validFrom)) };
}

async function isBy(issuer: Issuer, list: StatusList): Promise<boolean> {
  const key = issuer.keys.find((one) => one.id === list.issuer);
  return !!key && serves(key, list.validFrom) && list.id === issuer.statusList && (await proofHolds(list));
}

function holderOf({ credentialSubject }: Credential, word = ""): Finding {
  const words = verifyWords();
  const about = "holder";
  const { hashed, identityHash, salt = "" } = credentialSubject.identifier[0];
  if (!hashed) return { about, answer: "yes", says: words.names(identityHash) };
  if (!word.trim()) return { about, answer: "yes", says: words.nobody };
  const knows =
    identityHash === `sha256$${bytesToHex(sha256(utf8ToBytes(word.trim().toLowerCase() + salt)))}`;
  return { about, answer: knows ? "yes" : "no", says: knows ? words.holders : words.notHolders };
}

const day = (moment: string): string => moment.slice(0, 10);
