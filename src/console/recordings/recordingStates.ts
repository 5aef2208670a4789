/** How far recordings may be, in their order. */
export const recordingStates = ['processing', 'completed', 'failed'] as const;
