/** The bits of a status list. */

import { base64urlnopad } from "@scure/base";
import { Gunzip } from "fflate";
import type { StatusList } from "./form.ts";

/** Whether the bit at `place` is set; undefined where the list cannot be read, or does not reach there. */
export function isSet(list: StatusList, place: number): boolean | undefined {
  const wanted = place >> 3;
  let before = 0;
  let found: boolean | undefined;
  try {
    const gunzip = new Gunzip((chunk) => {
      if (wanted >= before && wanted < before + chunk.length)
        found = ((chunk[wanted - before] ?? 0) & (0x80 >> (place & 7))) !== 0;
      before += chunk.length;
    });
    const packed = base64urlnopad.decode(list.credentialSubject.encodedList.slice(1));
    // in pieces, and no further than is asked: a few bytes can unpack to gigabytes
    for (let at = 0; at < packed.length && found === undefined; at += 1024)
      gunzip.push(packed.subarray(at, at + 1024), at + 1024 >= packed.length);
  } catch {
    return undefined;
  }
  return found;
}
