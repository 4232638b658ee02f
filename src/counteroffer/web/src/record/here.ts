/** The record of this browser, for this copy of the course and this reader. */

import { openRecord } from "./device.ts";
import type { DeviceRecord } from "./device.ts";
import { isTraceless, placeOfRecord, storage } from "./place.ts";
import { attemptTo } from "./store.ts";

export const device: DeviceRecord = openRecord(storage, {
  ...placeOfRecord(),
  // Some browsers empty what they keep for a site after a few days without a visit, unless asked.
  begun: () => isTraceless() || void attemptTo(() => navigator.storage?.persist?.().catch(() => false)),
});
