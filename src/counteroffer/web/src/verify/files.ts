/** What somebody drops or pastes: certificates as data or as PDF, issuers' files, status lists, told apart by what is in them. */

import { unzlibSync } from "fflate";
import { isIssuer, isStatusList } from "./form.ts";
import type { Issuer } from "./form.ts";

export interface Dropped {
  certificates: unknown[];
  issuers: Issuer[];
  lists: unknown[];
}

export const nothing = (): Dropped => ({ certificates: [], issuers: [], lists: [] });

/** Bytes; more than any of these files has. */
export const LARGEST = 5_000_000;

/** Adds what a file holds to what is there; false where it holds none of these. */
export function take(into: Dropped, data: Uint8Array): boolean {
  const text = new TextDecoder().decode(data);
  const value = text.startsWith("%PDF-") ? attachedTo(data) : json(text);
  if (isIssuer(value)) into.issuers.push(value);
  else if (isStatusList(value)) into.lists.push(value);
  else if (typeof value === "object" && value !== null) into.certificates.push(value);
  else return false;
  return true;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch {
    return undefined;
  }
}

/** The signed data that a certificate's PDF carries: of its packed streams the one that is JSON. */
function attachedTo(pdf: Uint8Array): unknown {
  // a byte a letter, so that places in the text are places in the file
  const text = new TextDecoder("latin1").decode(pdf);
  for (const found of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(found.index - 3, found.index) === "end") continue;
    const start = found.index + found[0].length;
    const end = text.indexOf("endstream", start);
    const unpacked = unpack(pdf.subarray(start, end));
    const value = unpacked.startsWith('{"@context"') ? json(unpacked) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

function unpack(data: Uint8Array): string {
  try {
    // a page's picture may be large, a certificate is not
    return data.length > 20_000 ? "" : new TextDecoder().decode(unzlibSync(data));
  } catch {
    return new TextDecoder().decode(data);
  }
}
