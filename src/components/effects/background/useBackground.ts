'use client';
import { useState } from 'react';
import type { VideoProcessor } from '../../../engine/index.ts';
import { useRoomStore } from '../../../hooks/index.ts';
import type { RoomStore } from '../../../store/index.ts';
import type { EffectsOptions } from '../EffectsOptions.ts';
import { type EffectChoice, useEffectChoice } from '../useEffectChoice.ts';
import { paintedPicture, paintings } from './paintings.ts';

export const BLUR = 'blur';
export const OWN = 'own';
/** Which picture it is stands in the effect's name, behind this: the room tells it to whoever shows the choice. */
const PICTURE = 'background-image:';

/** A picture that somebody took stays to be chosen for as long as the room is there. */
const ownPictures = new WeakMap<RoomStore, Blob>();

export interface BackgroundChoice extends EffectChoice {
  readonly own: Blob | null;
  /** Takes a picture, and chooses it. */
  readonly takeOwn: (picture: Blob) => void;
}

/** The background that others see: as it is, blurred, or a picture. */
export function useBackground({ pictures, files }: EffectsOptions): BackgroundChoice {
  const store = useRoomStore();
  const [own, setOwn] = useState<Blob | null>(() => ownPictures.get(store) ?? null);

  const sourceOf = (value: string): string | URL | Blob | Promise<Blob> | undefined => {
    if (value === OWN) return ownPictures.get(store);
    if (pictures) return pictures.find(({ id }) => id === value)?.src;
    const painting = paintings.find(({ id }) => id === value);
    return painting && paintedPicture(painting);
  };
  const choice = useEffectChoice<VideoProcessor>({
    device: 'camera',
    apply: (processor) => store.commands.devices.setVideoEffect(processor),
    make: async (value, { backgroundBlur, backgroundImage }) => {
      const options = files ? { files } : {};
      if (value === BLUR) return backgroundBlur(options);
      const source = await sourceOf(value);
      if (source === undefined) throw new Error(`There is no background ${value}.`);
      return { ...backgroundImage(source, options), name: `${PICTURE}${value}` };
    },
    readName: (name) => (name.startsWith(PICTURE) ? name.slice(PICTURE.length) : name.replace(/^background-/, '')),
  });
  return {
    ...choice,
    own,
    takeOwn: (picture) => {
      ownPictures.set(store, picture);
      setOwn(picture);
      choice.choose(OWN);
    },
  };
}
