'use client';
import Mic from 'lucide-react/icons/mic';
import MicOff from 'lucide-react/icons/mic-off';
import MonitorUp from 'lucide-react/icons/monitor-up';
import Video from 'lucide-react/icons/video';
import VideoOff from 'lucide-react/icons/video-off';
import { useMessages } from '../../i18n/index.ts';
import { useConsoleMessages } from '../i18n/useConsoleMessages.ts';
import type { LiveParticipant, LiveTrackState } from '../live/LiveSession.ts';

/** The stream of somebody's own camera and microphone. */
const SELF = 'self';

const SAID = { on: 'session.isOn', off: 'session.isOff', censored: 'session.isCensored' } as const;

/** What somebody sends: signs, with words for who cannot see them. */
export function LiveSends({ streams }: Pick<LiveParticipant, 'streams'>) {
  const words = useMessages();
  const messages = useConsoleMessages();
  const sign = (what: string, state: LiveTrackState, On: typeof Mic, Off: typeof Mic) => {
    const text = messages[SAID[state ?? 'off']](what);
    const Sign = state === 'on' ? On : Off;
    return (
      <span className="parlour-console-sign" role="img" aria-label={text} title={text} data-state={state ?? 'off'}>
        <Sign aria-hidden />
      </span>
    );
  };
  const self = streams.find(({ key }) => key === SELF);
  const screen = streams.find(({ key, video }) => key !== SELF && video !== null);
  return (
    <span className="parlour-console-signs">
      {sign(words['controls.microphone'], self?.audio ?? null, Mic, MicOff)}
      {sign(words['controls.camera'], self?.video ?? null, Video, VideoOff)}
      {screen && sign(words['controls.screen'], screen.video, MonitorUp, MonitorUp)}
    </span>
  );
}
