/** A webhook leads to an address that is not of the open internet. The message does not say to which. */
export class InsideAddressError extends Error {
  override readonly name = 'InsideAddressError';

  constructor(host: string) {
    super(
      `${host} leads to an address of this machine or of a private network: nothing is sent there. In development, PARLOUR_WEBHOOK_ALLOW_PRIVATE=true allows it.`,
    );
  }
}
