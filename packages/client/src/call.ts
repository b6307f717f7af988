export interface CallOptions {
  /** Breaks the request off, waits between tries included. */
  signal?: AbortSignal;
}

/** One procedure of the record. `path` is its name. */
export interface Call<Input, Output> {
  (input: Input, options?: CallOptions): Promise<Output>;
  readonly path: string;
}
