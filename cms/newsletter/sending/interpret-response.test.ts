import { describe, expect, test } from 'vitest';
import { interpretResponse } from './interpret-response.ts';
import type { ProviderAnswer } from '../provider/resend-client.ts';

const anAnswer = (answer: Partial<ProviderAnswer>): ProviderAnswer => ({
  status: 200,
  name: '',
  message: '',
  headers: {},
  data: null,
  ...answer,
});
const first = (size: number) => ({ size, isRepetition: false });
const ids = (...names: string[]) => names.map((id) => ({ id }));

describe('what an answer to a batch means', () => {
  test('200 with an id for everyone: all accepted, in order', () => {
    const meaning = interpretResponse(anAnswer({ data: { data: ids('a', 'b') } }), first(2));
    expect(meaning).toEqual({
      kind: 'outcomes',
      outcomes: [
        { state: 'accepted', resendId: 'a' },
        { state: 'accepted', resendId: 'b' },
      ],
    });
  });

  test.each([
    ['successes only', ids('a', 'c')],
    ['a place for everyone', [{ id: 'a' }, {}, { id: 'c' }]],
  ])('a refused item costs only itself when data holds %s', (_, data) => {
    const errors = [{ index: 1, message: 'Invalid `to`: kari@eksempel.no' }];
    const meaning = interpretResponse(anAnswer({ data: { data, errors } }), first(3));
    expect(meaning).toMatchObject({
      outcomes: [{ resendId: 'a' }, { state: 'failed' }, { resendId: 'c' }],
    });
    expect(JSON.stringify(meaning)).not.toContain('kari@');
  });

  test('numbers that do not add up make every item uncertain, never accepted', () => {
    const meaning = interpretResponse(anAnswer({ data: { data: ids('a') } }), first(2));
    expect(meaning).toMatchObject({
      outcomes: [{ state: 'uncertain' }, { state: 'uncertain' }],
    });
  });

  test.each([
    [null, 'application_error'],
    [500, 'internal_server_error'],
    [502, 'application_error'],
    [409, 'concurrent_idempotent_requests'],
  ])('%s %s: unknown, so only the same request may follow', (status, name) => {
    expect(interpretResponse(anAnswer({ status, name }), first(2)).kind).toBe('unknown');
  });

  test('a key taken by other bytes is for a person', () => {
    const answer = anAnswer({ status: 409, name: 'invalid_idempotent_request' });
    expect(interpretResponse(answer, first(2))).toEqual({ kind: 'conflict' });
  });

  test.each([
    [{ 'retry-after': '7' }, 7],
    [{ 'ratelimit-reset': '3' }, 3],
    [{}, 1],
  ])('a rate limit with %j waits %d seconds', (headers, waitSeconds) => {
    const answer = anAnswer({ status: 429, name: 'rate_limit_exceeded', headers });
    expect(interpretResponse(answer, first(2))).toEqual({ kind: 'rate', waitSeconds });
  });

  test.each(['daily_quota_exceeded', 'monthly_quota_exceeded'])('%s pauses the mailing', (name) => {
    const answer = anAnswer({ status: 429, name, headers: { 'retry-after': '90' } });
    expect(interpretResponse(answer, first(2))).toMatchObject({ kind: 'pause', waitSeconds: 90 });
  });

  test.each([
    [401, 'missing_api_key'],
    [403, 'validation_error'],
    [422, 'invalid_from_address'],
  ])('%d %s is about us: pause, blame nobody', (status, name) => {
    expect(interpretResponse(anAnswer({ status, name }), first(2)).kind).toBe('pause');
  });

  test('422 for many looks for the culprit, for one it is the culprit', () => {
    const answer = anAnswer({ status: 422, name: 'validation_error', message: 'bad' });
    expect(interpretResponse(answer, first(2)).kind).toBe('isolate');
    expect(interpretResponse(answer, first(1))).toMatchObject({ outcomes: [{ state: 'failed' }] });
  });

  describe('while an earlier attempt with the same key may have been accepted', () => {
    const repetition = (size: number) => ({ size, isRepetition: true });

    test.each(
      [400, 402, 406, 409, 410, 413, 422, 431, 451].flatMap((status) => [
        [status, 1] as const,
        [status, 2] as const,
      ]),
    )('%d for %d proves nothing about that attempt', (status, size) => {
      for (const name of ['validation_error', 'invalid_idempotent_request', 'security_error']) {
        const meaning = interpretResponse(anAnswer({ status, name }), repetition(size));
        expect(meaning.kind).toBe('unknown');
      }
    });

    test('a limit or a wrong key is waited out, and the replayed 200 says what became of it', () => {
      const kindOf = (answer: Partial<ProviderAnswer>) =>
        interpretResponse(anAnswer(answer), repetition(1)).kind;
      expect(kindOf({ status: 429, name: 'rate_limit_exceeded' })).toBe('rate');
      expect(kindOf({ status: 401, name: 'missing_api_key' })).toBe('pause');
      expect(kindOf({ data: { data: ids('a') } })).toBe('outcomes');
    });
  });
});
