import Message from 'protoo-server/lib/Message.js';

/**
 * protoo-server 4.0.8 reads a message that is just `null` as an object: the exception that follows is caught by nobody
 * and would end the process. With this, whatever cannot be read is no message.
 */
export function guardProtoo(): void {
  const { parse } = Message;
  Message.parse = (raw) => {
    try {
      return parse(raw);
    } catch {
      return undefined;
    }
  };
}
