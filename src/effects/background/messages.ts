/** What is behind the person. */
export type Background = { readonly blur: number } | { readonly image: ImageBitmap };

/** A picture as it comes from the camera: where the browser gives its frames, or copied from a `<video>`. */
export type Picture = VideoFrame | ImageBitmap;

/** What the page tells the worker. */
export type ToWorker =
  | {
      readonly type: 'start';
      readonly engine: string;
      readonly model: string;
      readonly background: Background;
      /** Frames in and out, where the browser has them; elsewhere pictures come and go as messages. */
      readonly frames?: {
        readonly from: ReadableStream<VideoFrame>;
        readonly to: WritableStream<VideoFrame>;
      };
    }
  | { readonly type: 'picture'; readonly picture: ImageBitmap };

/** What the worker tells the page. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'cost'; readonly msPerFrame: number; readonly framesPerSecond: number }
  | { readonly type: 'picture'; readonly picture: ImageBitmap };
