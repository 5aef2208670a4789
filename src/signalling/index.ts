export { onNetworkChange, onWake } from './browserEvents.ts';
export { measureHttp, measureSocket, type TestSignalling, testSignalling } from './connectionTest.ts';
export { loadSignalling, parlourSignalling } from './lazySignalling.ts';
export { nextRetryDelayInMs } from './reconnectPolicy.ts';
export type {
  JoinInput,
  SignallingAdapter,
  SignallingConnection,
  SignallingListener,
  SignallingLobby,
  WaitInput,
} from './SignallingAdapter.ts';
export { waitForRetry } from './waitForRetry.ts';
