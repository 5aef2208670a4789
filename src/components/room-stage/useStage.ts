'use client';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useRoomStore } from '../../hooks/index.ts';
import { StageModel, type StageSnapshot } from './StageModel.ts';
import type { StageOptions } from './StageOptions.ts';

/** A stage's model, and what React has to know of it beside the tiles. */
export interface StageState extends StageSnapshot {
  readonly model: StageModel;
  readonly options: StageOptions;
}

/** The model of a stage, as its options want it. Who comes or goes renders nothing here. */
export function useStage({ layout, pageSize, audience, self, spotlight }: StageOptions): StageState {
  const store = useRoomStore();
  const [models] = useState(() => new WeakMap<typeof store, StageModel>());
  let model = models.get(store);
  if (!model) {
    model = new StageModel(store);
    models.set(store, model);
  }
  const stage = model;
  const lit = spotlight.join('\n');
  const options = useMemo(
    () => ({ layout, pageSize, audience, self, spotlight: lit === '' ? [] : lit.split('\n') }),
    [layout, pageSize, audience, self, lit],
  );
  const read = () => stage.read(options);
  return { ...useSyncExternalStore(stage.subscribe, read, read), model: stage, options };
}
