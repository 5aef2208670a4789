/** What fields and parameters mean that have one name and one meaning all over the API. */
const GLOSSARY: Readonly<Record<string, string>> = {
  id: 'The id, a UUID; of a participant, the one in its token.',
  record_type: 'What kind of resource this is.',
  created_at: 'When it was made.',
  updated_at: 'When it was changed last.',
  started_at: 'When it began; null: it has not yet.',
  ended_at: 'When it ended; null: it goes on.',
  completed_at: 'When it was stored whole; null: it is not yet.',
  joined_at: 'When they came in for the first time.',
  left_at: 'When they went; null: they are there.',
  active: 'Whether it goes on.',
  context: 'What the client said of itself; free text.',
  status: 'How far it is.',
  type: 'Of sound or of pictures.',
  codec: 'How it is encoded.',
  format: 'The container of the file.',
  size_mb: 'Size of the file in MB; null: there is none yet.',
  duration_secs: 'Length in seconds; null: not known yet.',
  download_url: 'Where the file is, good for an hour; null: there is none yet.',
  user_id: 'Which API key asked for it.',
  room_id: 'Id of the room.',
  session_id: 'Id of the session.',
  participant_id: 'Id of the participant.',
  room_session_id: 'Id of the session.',
  room_participant_id: 'Id of the participant.',
  room_recording_id: 'Id of the recording.',
  room_composition_id: 'Id of the composition.',
  webhook_delivery_id: 'Id of the delivery.',
  unique_name: 'A name that no other room has; null: none.',
  max_participants: 'How many may be in it at once.',
  enable_recording: 'Whether everything that is published is recorded.',
  active_session_id: 'Id of the session that goes on; null: nobody is in it.',
  video_codecs: 'The codecs that are used, the preferred one first.',
  webhook_event_url: 'Where events are posted to, by http or https; null or "": nowhere.',
  webhook_event_failover_url: 'Where they go when that fails; null or "": nowhere.',
  webhook_timeout_secs: 'How long an answer is waited for, in seconds; null: as long as the server sees fit.',
  token: 'The access token: it joins the room.',
  token_expires_at: 'When the access token is over.',
  refresh_token: 'The refresh token: it gets further access tokens, and joins nothing.',
  refresh_token_expires_at: 'When the refresh token is over.',
  token_ttl_secs: 'Seconds that the access token is good for.',
  refresh_token_ttl_secs: 'Seconds that the refresh token is good for.',
  participant: 'Who the bearer is, signed into the token. Without an id one is made.',
  grants: 'What the bearer may do. What is left out: publish everything, subscribe, message and history.',
  name: 'What the person is called.',
  publish: 'What may be sent.',
  subscribe: 'May receive the streams of others.',
  message: 'May write messages and react.',
  history: 'Gets the messages of before it came.',
  moderate: 'May mute, unmute and remove others, let in who waits, and end the session.',
  record: 'May start and stop recordings.',
  wait: 'Has to be let in by somebody who may moderate. Who may moderate never has to.',
  participants: 'The participants.',
  result: '"ok": it is done.',
  page_number: 'The page that this is, from 1.',
  page_size: 'How many a page holds.',
  total_pages: 'How many pages there are.',
  total_results: 'How many there are on all pages.',
  errors: 'What is wrong, one entry for each mistake.',
  code: 'What it is, for programs: it never changes.',
  title: 'What it is, in a few words.',
  source: 'Where the mistake is.',
  meta: 'What else there is to say.',
  data: 'What was asked for.',
  include_sessions: 'With the newest 250 sessions of each room.',
  'page[number]': 'Which page, from 1.',
  'page[size]': 'How many a page holds, 1 to 250.',
  'filter[unique_name]': 'The room of just this name.',
  'filter[room_id]': 'Those of this room.',
  'filter[session_id]': 'Those of this session.',
  'filter[participant_id]': 'Those of this participant.',
  'filter[status]': 'Those that are so far.',
  'filter[type]': 'Those of this type.',
  'filter[event_type]': 'Those of this event.',
};

interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  [keyword: string]: unknown;
}

/** A schema whose fields all say what they mean, as far as the glossary knows and they do not say it themselves. */
export function explained<Described>(schema: Described): Described {
  const { properties, items, ...rest } = schema as Schema;
  return {
    ...rest,
    ...(items && { items: explained(items) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => {
          const description = field.description ?? GLOSSARY[name];
          return [name, { ...explained(field), ...(description !== undefined && { description }) }];
        }),
      ),
    }),
  } as Described;
}
