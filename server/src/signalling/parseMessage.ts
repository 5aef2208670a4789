import * as v from 'valibot';
import { roomError } from '../../../src/errors/index.ts';

/**
 * What a message says, if it is as its schema wants it. Fields that the schema does not know are left out.
 *
 * @throws RoomError `bad-request` that names the first place where it differs.
 */
export function parseMessage<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = v.getDotPath(issue) ?? 'the message';
  throw roomError('bad-request', `The message was not understood at ${place}: ${issue.message}`);
}
