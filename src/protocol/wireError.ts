import * as v from 'valibot';

/** Body of a refused POST: the error with its stable code and a sentence for people. */
export const wireError = v.object({ error: v.object({ code: v.string(), message: v.string() }) });

/**
 * protoo's responses have room for a number and a sentence only; the stable code stands before
 * the first colon of the sentence.
 */
export function formatErrorReason(code: string, message: string): string {
  return `${code}: ${message}`;
}

/** The reverse of {@link formatErrorReason}; a reason of another server has no code. */
export function parseErrorReason(reason: string): { code: string | null; message: string } {
  const match = /^([a-z][a-z-]*): (.*)$/s.exec(reason);
  return match ? { code: match[1] as string, message: match[2] as string } : { code: null, message: reason };
}
