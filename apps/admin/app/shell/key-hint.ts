/** Keys that do the same, and what that is. */
export interface KeyHint {
  keys: readonly string[];
  does: string;
}
