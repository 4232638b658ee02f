/** The record of this browser, for this copy of the course and this reader. */

import { addressOf } from "../page/course.ts";
import { make } from "../page/dom.ts";
import { openRecord } from "./device.ts";
import type { DeviceRecord } from "./device.ts";
import { isTraceless, placeOfRecord, storage } from "./place.ts";
import { attemptTo, safely, VERSION1 } from "./store.ts";

export const here = placeOfRecord();

export const device: DeviceRecord = openRecord(storage, {
  ...here,
  // Some browsers empty what they keep for a site after a few days without a visit, unless asked.
  begun: () => isTraceless() || void attemptTo(() => navigator.storage?.persist?.().catch(() => false)),
});

/** Few have a record of version 1: what takes it in is a script of its own, which is loaded where one stands. */
export function callOlder(): void {
  if (!here.first || safely(storage).get(VERSION1) === undefined) return;
  document.head.append(make("script", { src: addressOf("_static/older.js").href }));
}
