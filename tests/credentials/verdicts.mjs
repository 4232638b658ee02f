// The script of the book's page looks at certificates: JSON from stdin, findings to stdout.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , folder] = process.argv;
const load = (name) => import(pathToFileURL(`${folder}/src/verify/${name}.ts`).href);
const { verify } = await load("verify");
const { isIssuer } = await load("form");
const { fingerprint } = await load("issuer");
const { nothing, take } = await load("files");

const answers = [];
for (const { document, pdf, issuers, lists, at, word } of JSON.parse(readFileSync(0, "utf8"))) {
  const given = nothing();
  if (pdf) take(given, new Uint8Array(Buffer.from(pdf, "base64")));
  const findings = await verify(pdf ? given.certificates[0] : document, { issuers: issuers.filter(isIssuer), lists, at, word });
  answers.push({ findings: findings.map(({ about, answer }) => [about, answer]), fingerprints: issuers.filter(isIssuer).map(fingerprint) });
}
process.stdout.write(JSON.stringify(answers));
