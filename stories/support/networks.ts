import type { State } from '../../src/engine/index.ts';
import type { FakeRoom } from '../../src/testing/index.ts';

/** What can be wrong with the network of the playground. */
export type Network = 'good' | 'reconnecting' | 'ended' | 'full';

interface Trouble {
  begin(fake: FakeRoom): unknown;
  end(fake: FakeRoom): unknown;
}

const troubles: Readonly<Record<Exclude<Network, 'good'>, Trouble>> = {
  reconnecting: {
    begin: ({ faults }) => faults.loseConnection(),
    end: ({ faults }) => faults.resumeConnection(),
  },
  ended: {
    begin: ({ faults }) => faults.disconnect('timed_out'),
    end: ({ room }) => room.connect(),
  },
  full: {
    begin: async ({ room, faults }) => {
      faults.fillRoom();
      await room.disconnect();
      await room.connect().catch(() => {});
    },
    end: ({ room, faults }) => {
      faults.refuseJoins(null);
      return room.connect();
    },
  },
};

/** Resolves when the room is in such a state. */
export function until({ room }: FakeRoom, reached: (state: State) => boolean): Promise<void> {
  if (reached(room.getState())) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = room.on('state_changed', (state) => {
      if (!reached(state)) return;
      stop();
      resolve();
    });
  });
}

/** Lets the trouble begin once the room is connected; the result ends it. */
export function makeTrouble(fake: FakeRoom, network: Network): () => void {
  if (network === 'good') return () => {};
  const trouble = troubles[network];
  let wanted = true;
  const begun = until(fake, ({ status }) => status === 'connected').then(async () => {
    if (!wanted) return false;
    await trouble.begin(fake);
    return true;
  });
  return () => {
    wanted = false;
    void begun.then((did) => did && trouble.end(fake));
  };
}
