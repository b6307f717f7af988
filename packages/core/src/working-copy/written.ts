/** A text of a window, by the window and its counter: each keep has a greater one than the last. */
interface Mark {
  clientId: string;
  sequence: number;
}

/** Which window wrote a text, and when in its own count. */
export interface Written extends Mark {
  /** The text of another window that this window has shown its writer and goes on from. Two windows may count alike. */
  seen: Mark | null;
}
