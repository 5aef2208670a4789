export { parlourSignalling } from './ParlourSignalling.ts';
export type { JoinInput, SignallingAdapter, SignallingConnection, SignallingListener } from './SignallingAdapter.ts';
