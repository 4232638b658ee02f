/** What the page that verifies certificates says. See words.ts. */

import { _, ngettext, spoken } from "./spoken.ts";

export const verifyWords = /* @__PURE__ */ spoken(() => ({
  drop: _(
    "Put the files here: the certificate (PDF or data), the issuer’s file, its status list. All at once, or one after another.",
  ),
  choose: _("Choose files"),
  paste: _("Or paste what the QR code says"),
  word: _("The holder’s word, where the certificate names nobody"),
  look: _("Verify"),
  clear: _("Begin again"),
  have: (certificates: number, issuers: number, lists: number) =>
    [
      ngettext("{count} certificate", "{count} certificates", certificates),
      ngettext("{count} issuer’s file", "{count} issuers’ files", issuers),
      ngettext("{count} status list", "{count} status lists", lists),
    ].join(_(", ")),
  none: _("There is no certificate among what you gave."),
  notOurs: (name: string) =>
    _("{name} holds neither a certificate nor an issuer’s file or status list.", { name }),
  compare: _(
    "Compare this fingerprint with the one that the issuer publishes; whoever gave you the file may have made it.",
  ),
  issuer: (name: string, fingerprint: string) => _("{name}: {fingerprint}", { name, fingerprint }),
  accepted: _("Accepted."),
  refused: _("Refused."),
  unsettled: _("Not settled: a file is missing that would settle it."),
  yes: _("yes"),
  no: _("no"),
  open: _("open"),
  foreign: _("This is not a certificate of ours, or a part of it is missing or was added."),
  changed: _(
    "The signature does not fit: something in it was changed after it was signed, or another signed it.",
  ),
  whole: _("The signature fits every word of it."),
  unknown: (name: string) =>
    _("Its key is of none of the issuers given here. It calls itself {name}.", { name }),
  withdrawn: (name: string, why: string) =>
    _("The key of {name} that signed it was withdrawn: {why}", { name, why }),
  outOfTime: (name: string, day: string) =>
    _("The key of {name} that signed it was not in use on {day}.", { name, day }),
  otherName: (said: string, name: string) =>
    _("It calls its issuer {said}; the key is that of {name}.", { said, name }),
  by: (name: string, fingerprint: string) =>
    _("It is by {name} (fingerprint {fingerprint}).", { name, fingerprint }),
  tooEarly: (day: string) => _("It is valid only from {day}.", { day }),
  endless: _("It does not expire."),
  expired: (day: string) => _("It expired on {day}.", { day }),
  until: (day: string) => _("It is valid until {day}.", { day }),
  noList: _("Whether it was revoked is not known: its issuer’s status list was not given."),
  foreignList: _("The status list is not by this issuer. Get the issuer’s own file."),
  shortList: _("The status list does not reach to this certificate. Get the issuer’s newest file."),
  revoked: (day: string) => _("It has been revoked, by the list of {day}.", { day }),
  notRevoked: (day: string) => _("It had not been revoked, by the list of {day}.", { day }),
  names: (name: string) => _("It names {name}.", { name }),
  nobody: _("It names nobody. Its holder can show that it is theirs by the word that came with it."),
  holders: _("It names nobody; the word is its holder’s."),
  notHolders: _("It names nobody, and the word is not its holder’s."),
}));
