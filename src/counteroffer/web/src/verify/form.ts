/** The closed form of our files: every key is known, and none is missing. `src/counteroffer/credentials/model.py` has the same. */

import { CREDENTIALS, OPEN_BADGES } from "./contexts.ts";

/** A text that is given, one that fits a pattern, a list of forms in order, or an object whose keys end in `?` where they may be left out. */
type Form = string | boolean | RegExp | Form[] | Each | { [key: string]: Form };

class Each {
  readonly form: Form;
  constructor(form: Form) {
    this.form = form;
  }
}

const line = /^[^\x00-\x1f\x7f]{1,400}$/;
const did = /^did:key:z[1-9A-HJ-NP-Za-km-z]{40,60}$/;
const uri = /^(?:https:\/\/|urn:uuid:)[^\s<>"]+$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

const proof: Form = {
  type: "DataIntegrityProof",
  cryptosuite: "eddsa-rdfc-2022",
  created: moment,
  verificationMethod: line,
  proofPurpose: "assertionMethod",
  proofValue: line,
};

export interface Proof {
  created: string;
  verificationMethod: string;
  proofValue: string;
}

export interface Signed {
  "@context": string[];
  issuer: string | { id: string };
  proof: Proof;
}

export interface Credential extends Signed {
  id: string;
  name: string;
  issuer: { id: string; name: string };
  validFrom: string;
  validUntil?: string;
  credentialSubject: {
    identifier: [{ hashed: boolean; identityHash: string; salt?: string }];
    achievement: { name: string; description: string };
  };
  credentialStatus: { statusListIndex: string; statusListCredential: string };
}

export interface StatusList extends Signed {
  id: string;
  issuer: string;
  validFrom: string;
  credentialSubject: { encodedList: string };
}

export interface Key {
  id: string;
  validFrom: string;
  validUntil?: string;
  withdrawn?: string;
}

export interface Issuer {
  name: string;
  url?: string;
  statusList: string;
  keys: Key[];
}

const identity = { type: "IdentityObject", identityHash: line };

const credential = (who: Form): Form => ({
  "@context": [CREDENTIALS, OPEN_BADGES],
  id: uri,
  type: ["VerifiableCredential", "OpenBadgeCredential"],
  name: line,
  issuer: { id: did, type: ["Profile"], name: line },
  validFrom: moment,
  "validUntil?": moment,
  credentialSubject: {
    type: ["AchievementSubject"],
    identifier: [who],
    achievement: {
      id: uri,
      type: ["Achievement"],
      name: line,
      description: line,
      criteria: { narrative: line },
    },
  },
  credentialStatus: {
    type: "BitstringStatusListEntry",
    statusPurpose: "revocation",
    statusListIndex: /^\d{1,9}$/,
    statusListCredential: uri,
  },
  proof,
});

const named = credential({ ...identity, hashed: false, identityType: "name" });
const nameless = credential({ ...identity, hashed: true, identityType: "identifier", salt: line });

const list: Form = {
  "@context": [CREDENTIALS],
  id: uri,
  type: ["VerifiableCredential", "BitstringStatusListCredential"],
  issuer: did,
  validFrom: moment,
  credentialSubject: {
    id: line,
    type: "BitstringStatusList",
    statusPurpose: "revocation",
    encodedList: /^u[A-Za-z0-9_-]{1,400000}$/,
  },
  proof,
};

const issuer: Form = {
  name: line,
  "url?": uri,
  statusList: uri,
  keys: new Each({ id: did, validFrom: moment, "validUntil?": moment, "withdrawn?": line }),
};

export const isCredential = (value: unknown): value is Credential =>
  fits(value, named) || fits(value, nameless);
export const isStatusList = (value: unknown): value is StatusList => fits(value, list);
export const isIssuer = (value: unknown): value is Issuer =>
  fits(value, issuer) && (value as Issuer).keys.length > 0;

function fits(value: unknown, form: Form): boolean {
  if (typeof form !== "object") return value === form;
  if (form instanceof RegExp) return typeof value === "string" && form.test(value);
  if (form instanceof Each) return Array.isArray(value) && value.every((one) => fits(one, form.form));
  if (Array.isArray(form))
    return (
      Array.isArray(value) &&
      value.length === form.length &&
      form.every((part, place) => fits(value[place], part))
    );
  return isObject(value) && fitsObject(value, form);
}

function fitsObject(value: Record<string, unknown>, form: { [key: string]: Form }): boolean {
  const left = new Set(Object.keys(value));
  for (const [key, part] of Object.entries(form)) {
    const name = key.replace(/\?$/, "");
    if (left.delete(name) ? !fits(value[name], part) : name === key) return false;
  }
  return left.size === 0;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
