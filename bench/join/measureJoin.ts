import type { BrowserContextOptions, Page } from '@playwright/test';
import type { Setting } from './openSetting.ts';
import type { JoinOptions } from './page/main.ts';
import type { Direction, Mark } from './page/record/Recording.ts';
import type { Seen } from './proxies/MediaTrace.ts';
import { untilCalm } from './untilCalm.ts';

/** The longest that any step may take, in milliseconds. */
const DEADLINE = 20_000;

/** The publisher has been there for a while: about half a second of its camera. */
const FRAMES_BEFORE = 15;

/**
 * A small window in which nothing glides: two browsers draw with the processor alone here, and what that takes is not
 * what is measured.
 */
const PERSON: BrowserContextOptions = {
  permissions: ['camera', 'microphone'],
  viewport: { width: 640, height: 400 },
  reducedMotion: 'reduce',
};

/** What the click finds: a page with everything loaded, or one whose transports are connected as well. */
export type From = 'page' | 'lobby';

/** What one person's page has seen. */
export interface Witness {
  readonly marks: readonly Mark[];
  readonly ports: Readonly<Record<Direction, readonly number[]>>;
}

/** One join, as both people and the SFU saw it. */
export interface Join {
  readonly joiner: Witness;
  readonly publisher: Witness;
  readonly atServer: readonly Seen[];
}

/** A join in which somebody has not seen the other one. */
export class JoinFailed extends Error {
  readonly join: Join;

  constructor(from: From, rtt: number, join: Join, cause: unknown) {
    super(`From a ${from} at RTT ${rtt} somebody has not seen the other one: ${(cause as Error).message}`, { cause });
    this.join = join;
  }
}

/** Somebody is alone in a new room with camera and microphone on; somebody else comes to the lobby and joins. */
export async function measureJoin(setting: Setting, from: From, rtt: number): Promise<Join> {
  const { browser, api, serverUrl, pageUrl, link, media } = setting;
  link.rtt = rtt;
  const roomId = await api.createRoom();
  const contexts = [await browser.newContext(PERSON), await browser.newContext(PERSON)] as const;
  try {
    const enterLobby = async (context: (typeof contexts)[number], name: string): Promise<Page> => {
      const { token } = await api.createToken(roomId, { participant: { name } });
      const page = await context.newPage();
      page.setDefaultTimeout(DEADLINE);
      const options: JoinOptions = { serverUrl, roomId, name, token, lobby: from === 'lobby' };
      await page.addInitScript((given) => {
        window.joinOptions = given;
      }, options);
      await page.goto(pageUrl);
      await inTime(page.evaluate(() => window.ready));
      return page;
    };
    const click = (page: Page) => page.getByRole('button', { name: 'Join' }).click();

    const publisher = await enterLobby(contexts[0], 'Publisher');
    await click(publisher);
    await publisher.locator('.parlour-room[data-status=connected]').waitFor();
    await inTime(publisher.evaluate((frames) => window.sent(frames), FRAMES_BEFORE));

    const joiner = await enterLobby(contexts[1], 'Joiner');
    await inTime(untilCalm(browser, contexts.length));
    await click(joiner);
    const seen = Promise.all([joiner, publisher].map((page) => page.evaluate(() => window.recording.firstFrame)));
    const join = async (): Promise<Join> => ({
      joiner: await witnessOf(joiner),
      publisher: await witnessOf(publisher),
      atServer: media.trace.all(),
    });
    await inTime(seen.then(() => joiner.evaluate(() => window.recording.firstAudio))).catch(async (cause) => {
      throw new JoinFailed(from, rtt, await join(), cause);
    });
    return await join();
  } finally {
    for (const context of contexts) await context.close();
    media.forgetClients();
  }
}

function witnessOf(page: Page): Promise<Witness> {
  return page.evaluate(async () => ({ marks: window.recording.marks, ports: await window.recording.ports() }));
}

async function inTime<Result>(result: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new Error(`It took more than ${DEADLINE / 1000} s.`);
    timer = setTimeout(() => reject(error), DEADLINE);
  });
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
}
