/** What follows a record and writes into it. */

import type { Change, DeviceRecord } from "./device.ts";

/** A view of a record: it hears of changes that it did not make, and knows whether the record is still the one it showed. */
export function viewOf(record: DeviceRecord, concerns: (draft: string) => boolean) {
  let writing = false;
  let epoch = record.epoch();
  return {
    /** The record is being shown as it is now. */
    shown: () => void (epoch = record.epoch()),
    /** A record that was wiped since is another one. */
    current: () => epoch === undefined || record.epoch() === epoch,
    save(...saved: Parameters<DeviceRecord["save"]>): void {
      writing = true;
      try {
        record.save(...saved);
        epoch = record.epoch();
      } finally {
        writing = false;
      }
    },
    onNews: (listener: () => void) =>
      record.onChange(({ log, all, draft }: Change) => {
        if (!writing && (log || all || (draft !== undefined && concerns(draft)))) listener();
      }),
  };
}
