import type {
  DtlsParameters,
  TestActionAnswer,
  TestActionData,
  TestTransportInfo,
} from '../../../src/protocol/index.ts';

/** Opens media that belongs to no room. */
export interface ProbeMediaServer {
  openProbe(): Promise<ProbeMedia>;
}

/** The media of one connection test. */
export interface ProbeMedia {
  openTransport(): Promise<ProbeTransport>;
  /** Closes all of it. Idempotent. */
  close(): void;
}

/** One transport of a test. */
export interface ProbeTransport {
  readonly info: TestTransportInfo;
  connect(dtlsParameters: DtlsParameters): Promise<void>;
  /** @returns The id of what the client sends by. */
  produce(parameters: TestActionData<'produce'>['sctpStreamParameters']): Promise<string>;
  consume(): Promise<TestActionAnswer<'consume'>>;
  /** Sends until one of both is reached. @returns How many bytes were given to the line. */
  flood(maxBytes: number, durationMs: number): Promise<number>;
  /** Bytes that have arrived so far. */
  received(): Promise<number>;
}
