import * as v from 'valibot';
import { consumerBatch } from './consumers.ts';
import { iceParameters } from './media.ts';
import { messageResult } from './messages.ts';

export const nothing = v.object({});

/** What a request is answered with, where it is more than that it was carried out: the half of `requests` that a client checks. */
export const answers = {
  ping: v.object({ seq: v.optional(v.number()) }),
  restartIce: v.object({ iceParameters }),
  subscribe: consumerBatch,
  refreshToken: v.object({ tokenExpiresAt: v.number(), now: v.number() }),
  sendMessages: v.object({ results: v.array(messageResult) }),
} as const;

/** The schema of the answer to a request. */
export const answerTo = (method: string): v.GenericSchema =>
  Object.hasOwn(answers, method) ? answers[method as keyof typeof answers] : nothing;
