const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 780 };
/** Half of a wide picture. */
const HALF = { width: 800, height: 500 };

/**
 * The pictures of the README and the guides by their names: of which story, how large the window is, and what the toolbar
 * says; several of them stand side by side.
 */
export const pictures = {
  room: [
    { story: 'prebuilt-videoroom--five', ...HALF },
    { story: 'prebuilt-videoroom--five', ...HALF, colorScheme: 'dark' },
  ],
  lobby: { story: 'components-prejoin--with-camera', width: 1040, height: 560 },
  'room-grid': { story: 'prebuilt-videoroom--nine', ...LAPTOP },
  'room-screen': { story: 'prebuilt-videoroom--with-presentation', ...LAPTOP },
  'room-dark': { story: 'prebuilt-videoroom--sixteen', ...LAPTOP, colorScheme: 'dark' },
  'room-phone': [
    { story: 'prebuilt-videoroom--five', ...PHONE },
    { story: 'prebuilt-videoroom--with-presentation', ...PHONE, colorScheme: 'dark' },
    { story: 'prebuilt-videoroom--with-chat', ...PHONE },
  ],
  'room-chat': { story: 'prebuilt-videoroom--with-chat', ...LAPTOP },
  'room-people': { story: 'prebuilt-videoroom--with-people', ...LAPTOP },
  'console-session': { story: 'console-missioncontrol--live-session', ...LAPTOP, height: 600 },
  'console-editor': { story: 'console-missioncontrol--new-composition', ...LAPTOP },
};
