/** A room as the repository takes it, with nothing out of the ordinary. */
export const ROOM_VALUES = {
  uniqueName: null,
  maxParticipants: 10,
  enableRecording: false,
  webhookEventUrl: null,
  webhookEventFailoverUrl: '',
  webhookTimeoutSecs: null,
};
