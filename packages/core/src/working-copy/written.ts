/** Which window wrote a text, and its counter: each keep has a greater one than the last. */
export interface Written {
  clientId: string;
  sequence: number;
  /** The counter of another window's text that this window has shown its writer and goes on from. */
  seen: number | null;
}
