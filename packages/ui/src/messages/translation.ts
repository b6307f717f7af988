/** What a translation of messages must have: every key of the original, and no other. */
export type Translation<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]> };
