/** An answer that is not 200, in the provider's own shape (https://resend.com/docs/api-reference/errors). */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  body() {
    return { statusCode: this.status, message: this.message, name: this.code };
  }
}
