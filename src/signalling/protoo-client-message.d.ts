/** The types of protoo-client leave this module out. */
declare module 'protoo-client/lib/Message.js' {
  const Message: { parse(raw: string): object | undefined };
  export default Message;
}
