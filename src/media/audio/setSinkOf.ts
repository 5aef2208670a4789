import { roomError } from '../../errors/index.ts';
import { deviceError } from '../devices/deviceError.ts';

/**
 * Has an element play by a speaker; an empty id is the system's default.
 *
 * @throws RoomError `browser-unsupported` where only the system can choose; `device-…`
 */
export async function setSinkOf(element: HTMLMediaElement, sinkId: string): Promise<void> {
  // Types promise it; Safari before 18.4 and all browsers on iOS do not have it.
  const { setSinkId } = element as Partial<Pick<HTMLMediaElement, 'setSinkId'>>;
  if (!setSinkId) {
    if (sinkId === '') return;
    throw roomError(
      'browser-unsupported',
      'This browser cannot choose a speaker. Choose one in the system’s settings.',
    );
  }
  try {
    await setSinkId.call(element, sinkId);
  } catch (thrown) {
    throw deviceError(thrown);
  }
}
