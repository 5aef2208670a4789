import { Device, FakeHandler, testFakeParameters, type types } from 'mediasoup-client';
import type { Environment } from '../../engine/index.ts';

/** A consumer of nothing, which only connects what receives: it brings no stream, and so it does not count. */
const SILENCE = 'silence';

/** mediasoup-client as it is, on its own fake of the browser's WebRTC; it tells what was made and what is left of it. */
export class FakeMedia implements Pick<Environment, 'createDevice'> {
  readonly devices: Device[] = [];
  readonly transports: types.Transport[] = [];
  readonly producers: types.Producer[] = [];
  readonly consumers: types.Consumer[] = [];

  readonly createDevice = async (): Promise<Device> => {
    const device = await Device.factory({ handlerFactory: FakeHandler.createFactory(testFakeParameters) });
    this.devices.push(device);
    device.observer.on('newtransport', (transport) => {
      this.transports.push(transport);
      transport.observer.on('newproducer', (producer) => this.producers.push(producer));
      transport.observer.on('newconsumer', (consumer) => {
        if (consumer.producerId !== SILENCE) this.consumers.push(consumer);
      });
    });
    return device;
  };

  /** How much of what was made is still open. */
  get open(): { transports: number; producers: number; consumers: number } {
    const count = (things: readonly { closed: boolean }[]) => things.filter(({ closed }) => !closed).length;
    return {
      transports: count(this.transports),
      producers: count(this.producers),
      consumers: count(this.consumers),
    };
  }
}
