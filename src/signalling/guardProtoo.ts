import Message from 'protoo-client/lib/Message.js';

let guarded = false;

/**
 * protoo-client 4.0.8 reads a message that is just `null` as an object: the exception that follows is caught by nobody.
 * With this, whatever cannot be read is no message.
 */
export function guardProtoo(): void {
  if (guarded) return;
  guarded = true;
  const { parse } = Message;
  Message.parse = (raw) => {
    try {
      return parse(raw);
    } catch {
      return undefined;
    }
  };
}
