// https://wicg.github.io/document-picture-in-picture/: not in TypeScript's own list yet.
interface DocumentPictureInPicture {
  requestWindow(options?: { width?: number; height?: number }): Promise<Window & typeof globalThis>;
}

interface Window {
  /** Absent outside of Chromium, and where a page is not secure. */
  readonly documentPictureInPicture?: DocumentPictureInPicture;
}
