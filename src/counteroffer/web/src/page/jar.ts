/**
 * Where each file has a storage of its own, as in Firefox, the bland page tells the page that is gone back to by a
 * cookie: it is written as the bland page is left for another, goes when that is read, and by itself after a few seconds.
 * Files alone have it, for a server would be sent it.
 */

const COOKIE = "measures=";
const isFile = location.protocol === "file:";

const write = (rest: string) => isFile && (document.cookie = `${COOKIE}${rest}; path=/; samesite=strict`);

export const jar = {
  full: (): boolean => isFile && document.cookie.includes(COOKIE),
  fill: () => void write("1; max-age=5"),
  empty: () => void write("; max-age=0"),
};
