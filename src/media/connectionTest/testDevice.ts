import { lazily } from '../../errors/index.ts';
import { deviceFactory } from '../loadDevice.ts';

const load = lazily((): Promise<Pick<typeof import('mediasoup-client'), 'Device'>> => import('mediasoup-client'));

/** The browser's device with data channels, of which only a connection test makes use: a room loads one without. */
export const testDevice = /* @__PURE__ */ deviceFactory(load);
