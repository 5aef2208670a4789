/** What lies between clients and the server. It may be changed while nobody talks. */
export interface Link {
  /** Round trip time in milliseconds; half of it each way. */
  rtt: number;
}
