/** Why a request failed: the record's own words for it, or what lay between. */
export type RequestErrorCode =
  | 'invalid_input'
  | 'not_found'
  | 'gone'
  | 'limit_exceeded'
  | 'unavailable'
  /** No answer came: no connection, or none in time. */
  | 'network'
  /** What came is no answer of a record. */
  | 'unreadable';

/** What is wrong with one field; `path` is a JSON pointer into the input. */
export interface InputIssue {
  path: string;
  message: string;
}

/** The one error of this package. A request that its own signal breaks off rejects with the signal's reason instead. */
export class RequestError extends Error {
  override readonly name = 'RequestError';

  constructor(
    readonly code: RequestErrorCode,
    message: string,
    /** The status of HTTP; null where no answer came. */
    readonly status: number | null = null,
    readonly issues: readonly InputIssue[] = [],
    /** In how many seconds it may be tried again, where the server said so. */
    readonly retryAfter: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const codes: Record<number, RequestErrorCode> = {
  400: 'invalid_input',
  401: 'invalid_input',
  404: 'not_found',
  405: 'invalid_input',
  410: 'gone',
  413: 'invalid_input',
  414: 'invalid_input',
  429: 'limit_exceeded',
  503: 'unavailable',
};

/** The error that an answer stands for: of a procedure, of the server in front of it, or of something else altogether. */
export function errorOf(status: number, body: string, retryAfter: number | null): RequestError {
  const told = parsed(body);
  const { error } = told as { error?: { message?: unknown; data?: { issues?: unknown } } };
  const { title, detail } = told as { title?: unknown; detail?: unknown };
  const text = error?.message ?? detail ?? title;
  const message = typeof text === 'string' ? text : `The record answered ${status}, without a reason that can be read.`;
  const issues = Array.isArray(error?.data?.issues) ? error.data.issues.filter(isIssue) : [];
  return new RequestError(codes[status] ?? 'unreadable', message, status, issues, retryAfter);
}

function parsed(body: string): object {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

const isIssue = (value: unknown): value is InputIssue => {
  const { path, message } = (value ?? {}) as Partial<InputIssue>;
  return typeof path === 'string' && typeof message === 'string';
};
