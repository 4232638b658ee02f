/** What the libraries of this page ask for and the oldest browsers that we serve lack. It is imported before them. */

const has = (value: object, key: PropertyKey): boolean => Object.prototype.hasOwnProperty.call(value, key);

if (!("hasOwn" in Object)) Object.defineProperty(Object, "hasOwn", { value: has });

export {};
