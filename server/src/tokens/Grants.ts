/** The kinds of media that a token may allow to publish. */
export const PUBLISH_KINDS = ['audio', 'video', 'presentation'] as const;
export type PublishKind = (typeof PUBLISH_KINDS)[number];

/** What the bearer of a token may do in its room, besides joining it. */
export interface Grants {
  /** Kinds of media that may be published; empty: none. */
  publish: PublishKind[];
  /** May receive the streams of others. */
  subscribe: boolean;
  /** May send messages and reactions. */
  message: boolean;
  /** Gets the messages of before it came, where the server keeps some. */
  history?: boolean | undefined;
  /** May mute, unmute and remove others, and end the session. */
  moderate: boolean;
  /** May start and stop a recording. */
  record: boolean;
}

/** What a token allows when nothing else is asked for. */
export const DEFAULT_GRANTS: Readonly<Grants> = {
  publish: [...PUBLISH_KINDS],
  subscribe: true,
  message: true,
  history: true,
  moderate: false,
  record: false,
};

/** The `grants` claim: actions on resources. */
export type GrantsClaim = { actions: string[]; resources: string[] }[];

/** Value of the `grants_version` claim. */
export const GRANTS_VERSION = '1.0.0';

const JOIN = 'join';
/** To join, it has to be let in by a moderator first. */
const WAIT = 'wait';
const SWITCHES = ['subscribe', 'message', 'history', 'moderate', 'record'] as const;
const ROOM_RESOURCE = /^video:rooms:(.+)$/;

const publishAction = (kind: PublishKind) => `publish_${kind}`;

/** What a token allows. */
export interface Granted {
  roomId: string;
  grants: Grants;
  /** It has to be let in by a moderator first. Who may moderate never has to. */
  waits: boolean;
}

/** Writes grants as the claim of a token. */
export function toGrantsClaim({ roomId, grants, waits }: Granted): GrantsClaim {
  const actions = [
    JOIN,
    ...(waits ? [WAIT] : []),
    ...grants.publish.map(publishAction),
    ...SWITCHES.filter((name) => grants[name]),
  ];
  return [{ actions, resources: [`video:rooms:${roomId}`] }];
}

/** Reads the claim of a token; `null` when it does not allow to join exactly one room. */
export function fromGrantsClaim(claim: GrantsClaim): Granted | null {
  const [entry, ...others] = claim;
  const roomId = ROOM_RESOURCE.exec(entry?.resources[0] ?? '')?.[1];
  if (entry === undefined || others.length > 0 || entry.resources.length !== 1 || roomId === undefined) return null;
  const allowed = new Set(entry.actions);
  if (!allowed.has(JOIN)) return null;
  return {
    roomId,
    waits: allowed.has(WAIT) && !allowed.has('moderate'),
    grants: {
      publish: PUBLISH_KINDS.filter((kind) => allowed.has(publishAction(kind))),
      subscribe: allowed.has('subscribe'),
      message: allowed.has('message'),
      ...(allowed.has('history') && { history: true }),
      moderate: allowed.has('moderate'),
      record: allowed.has('record'),
    },
  };
}
