import { Type } from 'typebox';
import { MAX_BAN_SECS } from '../../../../src/protocol/index.ts';
import { PUBLISH_KINDS } from '../../tokens/Grants.ts';
import { plainText, Uuid } from '../schemas/text.ts';

/** The path parameters of everything below a session. */
export const RoomSessionParams = Type.Object({ room_session_id: Uuid });

const MOST_PARTICIPANTS = 1000;
const ParticipantId = Type.String({ minLength: 1, maxLength: 128 });

const selection = {
  participants: Type.Unsafe<'all' | string[]>({
    type: ['string', 'array'],
    pattern: '^all$',
    items: ParticipantId,
    maxItems: MOST_PARTICIPANTS,
    description: '"all", or a list of participant ids.',
  }),
  exclude: Type.Optional(
    Type.Array(ParticipantId, { maxItems: MOST_PARTICIPANTS, description: 'Ids of whom it is not about.' }),
  ),
};

const Sources = Type.Array(Type.Enum([...PUBLISH_KINDS]), {
  minItems: 1,
  maxItems: 3,
  default: ['audio'],
  description: 'What is kept off: the sound of all streams, the picture of all but shared screens, shared screens.',
});

export const MuteInput = Type.Object({
  ...selection,
  sources: Sources,
  reason: Type.Optional({ ...plainText(1, 256), description: 'Shown to those who are muted.' }),
});

export const UnmuteInput = Type.Object({ ...selection, sources: Sources });

export const KickInput = Type.Object({
  ...selection,
  ban_secs: Type.Integer({
    minimum: 0,
    maximum: MAX_BAN_SECS,
    default: 0,
    description: 'For how many seconds the same signed identity is not let into the room again.',
  }),
});

export const ChangeGrantsInput = Type.Object({
  ...selection,
  grants: Type.Partial(
    Type.Object({
      publish: Type.Array(Type.Enum([...PUBLISH_KINDS]), { maxItems: 3 }),
      subscribe: Type.Boolean(),
      message: Type.Boolean(),
      history: Type.Boolean(),
      moderate: Type.Boolean(),
      record: Type.Boolean(),
    }),
    { description: 'What is left out stays as it is. It counts for the session, whatever new tokens say.' },
  ),
});

export const ActionResult = Type.Object({ result: Type.Literal('ok') });
