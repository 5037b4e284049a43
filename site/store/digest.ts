import { hash } from 'node:crypto';

/** A short name for a value made of JSON: equal digests, equal values. */
export const digest = (value: unknown): string => digestText(JSON.stringify(value) ?? 'undefined');

export const digestText = (text: string): string => hash('sha1', text, 'base64url');
