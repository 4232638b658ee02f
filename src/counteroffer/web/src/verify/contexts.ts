/** The JSON-LD contexts that a credential may name, carried in the script: what a word means is never asked of the network. */

import credentials from "../../../credentials/contexts/credentials-v2.json" with { type: "json" };
import badges from "../../../credentials/contexts/open-badges-3.0.3.json" with { type: "json" };

export const CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
export const OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

const PINNED = new Map<string, unknown>([
  [CREDENTIALS, credentials],
  [OPEN_BADGES, badges],
]);

export async function loadDocument(url: string) {
  const document = PINNED.get(url);
  if (!document) throw new Error(`unknown context: ${url}`);
  return { documentUrl: url, document: document as object };
}
