/** The issuer's file: the fingerprint that people compare, and the time of each key. */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Issuer, Key } from "./form.ts";

export function fingerprint(issuer: Issuer): string {
  const digest = bytesToHex(sha256(utf8ToBytes(JSON.stringify(sorted(issuer)))));
  return digest.slice(0, 40).replace(/(.{4})(?=.)/g, "$1 ");
}

/** Moments are all written alike, so they are compared as texts. */
export const serves = (key: Key, at: string): boolean =>
  key.withdrawn === undefined &&
  key.validFrom <= at &&
  (key.validUntil === undefined || at <= key.validUntil);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}
