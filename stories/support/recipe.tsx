import type { StoryObj } from '@storybook/react-vite';
import type { ComponentProps, ReactNode } from 'react';
import type { Room } from '../../src/engine/index.ts';
import { FakeCall } from './FakeCall.tsx';
import type { Network } from './networks.ts';

interface RecipeGlobals {
  people: number;
  network: Network;
}

/** A story of a recipe: on a fake call, with the people and the network of the toolbar, as high as the page. */
export function recipe(
  call: Omit<ComponentProps<typeof FakeCall>, 'people' | 'network' | 'children'>,
  children: (room: Room) => ReactNode,
): StoryObj {
  return {
    render: (_args, { globals }) => {
      const { people, network } = globals as unknown as RecipeGlobals;
      return (
        <FakeCall {...call} people={people} network={network}>
          {(room) => <div style={{ blockSize: 'var(--page-height)' }}>{children(room)}</div>}
        </FakeCall>
      );
    },
  };
}
