import type { MediaSession } from '../../../media/index.ts';
import type { Environment } from '../../Environment.ts';
import type { History } from './History.ts';
import { StatsSampler } from './StatsSampler.ts';

/** Writes down how both transports connect, and now and then how they do. @returns Ends it. */
export function recordMedia(
  media: Pick<MediaSession, 'watchStates' | 'stats'>,
  history: Pick<History, 'add'>,
  environment: Pick<Environment, 'setTimer'>,
): () => void {
  media.watchStates((direction, state) => history.add('transport', { direction, state }));
  const sampler = new StatsSampler({ stats: media.stats, history, environment });
  return () => sampler.close();
}
