import { randomBytes } from 'node:crypto';
import { NextResponse, type NextRequest } from 'next/server.js';
import { readEnvironment } from './environment.ts';

const isDev = process.env.NODE_ENV === 'development';

/**
 * A policy with a number of its own for each page of the admin: a script that somebody smuggles into one does not
 * know it, and does not run (CSP level 3; Next gives the number to its own scripts when it finds the policy on the
 * request). Styles may stand in the page: the text editor and the admin's own components set them.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(18).toString('base64');
  const site = readEnvironment().siteUrl;
  const policy = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob: ${site}`,
    `font-src 'self' data:`,
    `connect-src 'self' ${site}${isDev ? ' ws:' : ''}`,
    `frame-src 'self' ${site}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'self'`,
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: '/admin/:path*' };
