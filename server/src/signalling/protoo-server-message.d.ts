/** protoo-server has no types of its own, and those of the community leave this module out. */
declare module 'protoo-server/lib/Message.js' {
  const Message: { parse(raw: string): object | undefined };
  export default Message;
}
