import { ApiError } from './api/api-error.ts';
import { concurrent } from './api/idempotency.ts';
import { quotaExceeded, rateExceeded } from './api/limits.ts';
import type { Answer } from './post-office.ts';
import type { Fault, Settings } from './settings.ts';

export type FaultKind = Exclude<Fault['kind'], 'delay'>;

/** What is planned for a request: a pause, a disturbance, both or neither. */
export function plannedFor(
  faults: readonly Fault[],
  request: number,
): { delay: number; kind: FaultKind | undefined } {
  let delay = 0;
  let kind: FaultKind | undefined;
  for (const fault of faults) {
    if (fault.request !== request) continue;
    if (fault.kind === 'delay') delay += fault.milliseconds;
    else kind = fault.kind;
  }
  return { delay, kind };
}

/** Throws what a planned fault answers before anything is accepted. */
export function refuseAsPlanned(kind: FaultKind | undefined, settings: Settings): void {
  switch (kind) {
    case '500-before-accept':
      throw internalError();
    case '429-rate':
      throw rateExceeded(settings.requestsPerSecond);
    case '429-quota':
      throw quotaExceeded('daily');
    case '409-concurrent':
      throw concurrent();
    case '400-refused':
      throw new ApiError(400, 'application_error', 'Bad Request');
    case '403-refused':
      throw new ApiError(403, 'validation_error', 'Forbidden');
    case '422-refused':
      throw new ApiError(422, 'validation_error', 'The request was refused.');
    case '451-refused':
      throw new ApiError(451, 'security_error', 'The request was refused.');
    default:
  }
}

/** What happens to the answer of a request that was accepted. */
export function spoil(answer: Answer, kind: FaultKind | undefined): Answer {
  switch (kind) {
    case 'reset-after-accept':
      return { ...answer, network: 'reset' };
    case 'truncated-json':
      return { ...answer, network: 'truncate' };
    case '500-after-accept':
      return { ...answer, status: 500, body: internalError().body() };
    default:
      return answer;
  }
}

export const internalError = () =>
  new ApiError(500, 'internal_server_error', 'An unexpected error occurred.');
