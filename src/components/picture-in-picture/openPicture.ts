import { copyStyles } from './copyStyles.ts';

/** How large the window is at first, in CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A picture over all other windows, being opened or open. */
export interface OpenPicture {
  close(): void;
}

interface Told {
  /** A window of its own is there to be filled; not called where the browser can only show a video. */
  readonly onOpen: (body: HTMLElement) => void;
  /** The person has closed it, or the browser has refused it. */
  readonly onClose: () => void;
}

/** Opens a window over all others; where a browser has none, it shows the most important video of a page instead. */
export function openPicture(page: Document, size: PictureSize, told: Told): OpenPicture {
  const end = new AbortController();
  const closed = () => {
    if (end.signal.aborted) return;
    end.abort();
    told.onClose();
  };
  const opening = page.defaultView?.documentPictureInPicture
    ? openWindow(page, size, end.signal, closed, told.onOpen)
    : openVideo(page, end.signal, closed);
  opening.catch((error: unknown) => {
    // Browsers open one only for somebody who has just clicked; all else is a fault.
    if (!(error instanceof DOMException)) globalThis.reportError?.(error);
    closed();
  });
  return { close: () => end.abort() };
}

async function openWindow(
  page: Document,
  size: PictureSize,
  signal: AbortSignal,
  closed: () => void,
  opened: (body: HTMLElement) => void,
): Promise<void> {
  const view = await page.defaultView?.documentPictureInPicture?.requestWindow({ ...size });
  if (!view) return;
  view.addEventListener('pagehide', closed, { once: true });
  if (signal.aborted) return view.close();
  signal.addEventListener('abort', () => view.close(), { once: true });
  copyStyles(page, view);
  view.document.title = page.title;
  opened(view.document.body);
}

async function openVideo(page: Document, signal: AbortSignal, closed: () => void): Promise<void> {
  const video = importantVideo(page);
  if (!video) return closed();
  video.addEventListener('leavepictureinpicture', closed, { once: true });
  await video.requestPictureInPicture();
  const leave = () => {
    if (page.pictureInPictureElement === video) void page.exitPictureInPicture().catch(() => {});
  };
  if (signal.aborted) leave();
  else signal.addEventListener('abort', leave, { once: true });
}

const PLAYING = 'video[data-playing]';

/** A shared screen, who speaks, somebody else, or whatever plays. */
function importantVideo(page: Document): HTMLVideoElement | null {
  const tile = '.parlour-tile:not([data-local])';
  const kinds = [`${tile}:not([data-key='self'])`, `${tile}[data-speaking]`, tile, '.parlour-tile'];
  for (const kind of kinds) {
    const video = page.querySelector<HTMLVideoElement>(`${kind} ${PLAYING}`);
    if (video) return video;
  }
  return null;
}
