import type { Meta, StoryObj } from '@storybook/react-vite';
import type { AnnouncementKind } from '../../src/components/index.ts';
import { Notifications } from '../../src/components/panels.ts';
import { useMessages } from '../../src/i18n/index.ts';

/** What happens in the room, for a moment each. They are not announced: the room's announcer does that. */
const meta = { title: 'Components/Notifications', component: Notifications } satisfies Meta<typeof Notifications>;
export default meta;
type Story = StoryObj;

/** One of each kind. */
export const Kinds: Story = {
  render: function Render() {
    const messages = useMessages();
    const texts: Readonly<Record<AnnouncementKind, string>> = {
      joined: messages['announce.joined'](['Ada Lovelace'], 3),
      left: messages['announce.left'](['Alan Turing'], 0),
      hand: messages['announce.handRaised'](['Grace Hopper'], 0),
      waiting: messages['announce.waiting'](['Hedy Lamarr'], 0),
      message: messages['announce.message'](
        'Katherine Johnson',
        'The slides are in the folder, and the chart is on page 4.',
      ),
      recording: messages['announce.recordingStarted'],
      moderation: messages['announce.microphoneCensored'],
    };
    return (
      <Notifications.Root>
        {Object.entries(texts).map(([kind, text], id) => (
          <Notifications.Item
            key={kind}
            notification={{ id, kind: kind as AnnouncementKind, text }}
            onDismiss={() => {}}
          />
        ))}
      </Notifications.Root>
    );
  },
};
