import { type Browser, chromium } from '@playwright/test';
import { chromiumArgs, chromiumPath } from '../../test/support/chromium.ts';
import { RoomsApi } from '../../test/support/RoomsApi.ts';
import { startRoomServer } from '../../test/support/startRoomServer.ts';
import type { Link } from './proxies/Link.ts';
import { TcpDelayProxy } from './proxies/TcpDelayProxy.ts';
import { UdpDelayProxy } from './proxies/UdpDelayProxy.ts';
import { servePage } from './servePage.ts';

/** A person's camera makes 30 frames a second; Chromium's fake one makes 20 unless told otherwise. */
const CAMERA = '--use-fake-device-for-media-stream=fps=30';

/** The room server, reached only by way of delays, and a browser with the page that joins. */
export interface Setting {
  readonly link: Link;
  readonly media: UdpDelayProxy;
  readonly api: RoomsApi;
  readonly serverUrl: string;
  readonly pageUrl: string;
  readonly browser: Browser;
  /** Ends all of it, in the reverse order. */
  close(): Promise<void>;
}

export async function openSetting(): Promise<Setting> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  async function open<Resource>(opening: Promise<Resource>, end: (resource: Resource) => Promise<unknown>) {
    const resource = await opening;
    closers.push(() => end(resource));
    return resource;
  }
  try {
    const link: Link = { rtt: 0 };
    const media = await open(UdpDelayProxy.open('127.0.0.2', '127.0.0.1', link), (proxy) => proxy.close());
    const server = await open(
      startRoomServer({
        PARLOUR_WORKERS: '1',
        // Nobody listens for TCP at the announced address: ICE is left with UDP.
        PARLOUR_ANNOUNCED_ADDRESS: '127.0.0.2',
        PARLOUR_RTC_PORT: `${media.port}`,
      }),
      (started) => started.stop(),
    );
    const signalling = await open(TcpDelayProxy.open(server.url, link), (proxy) => proxy.close());
    const page = await open(servePage(), (served) => served.close());
    const browser = await open(
      chromium.launch({
        executablePath: chromiumPath,
        args: [...chromiumArgs.filter((arg) => !CAMERA.startsWith(arg)), CAMERA],
        // Whoever runs this ends it in order.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      }),
      (launched) => launched.close(),
    );
    return { link, media, api: new RoomsApi(server), serverUrl: signalling.url, pageUrl: page.url, browser, close };
  } catch (error) {
    await close();
    throw error;
  }
}
