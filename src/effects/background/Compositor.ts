import type { Background, Picture } from './messages.ts';

/** The background is blurred in a picture this many times smaller: nobody sees the difference, and it costs a sixteenth. */
const SMALLER = 4;
/** Lines of the picture in whose pixels a radius is given. */
const LINES = 720;

/** Puts a person, cut out by a mask, before a background. */
export class Compositor {
  readonly #background: Background;
  readonly #out = new OffscreenCanvas(2, 2);
  readonly #small = new OffscreenCanvas(2, 2);

  constructor(background: Background) {
    this.#background = background;
  }

  /** @returns A canvas of the picture's size, the same one each time. */
  compose(picture: Picture, mask: OffscreenCanvas): OffscreenCanvas {
    const [width, height] = sizeOf(picture);
    const out = sized(this.#out, width, height);
    const context = contextOf(out);
    context.globalCompositeOperation = 'copy';
    context.imageSmoothingQuality = 'high';
    context.drawImage(mask, 0, 0, width, height);
    context.globalCompositeOperation = 'source-in';
    context.drawImage(picture, 0, 0, width, height);
    context.globalCompositeOperation = 'destination-over';
    if ('image' in this.#background) drawCovering(context, this.#background.image, width, height);
    else context.drawImage(this.#blurred(picture, this.#background.blur, width, height), 0, 0, width, height);
    return out;
  }

  #blurred(picture: Picture, radius: number, width: number, height: number): OffscreenCanvas {
    const small = sized(this.#small, Math.ceil(width / SMALLER), Math.ceil(height / SMALLER));
    const context = contextOf(small);
    const pixels = (radius * height) / LINES / SMALLER;
    if (typeof context.filter === 'string') {
      context.filter = `blur(${pixels}px)`;
      context.drawImage(picture, 0, 0, small.width, small.height);
      return small;
    }
    // Safari has no filters: made very small and large again it is blurred, too.
    const tiny = Math.max(1, Math.round(pixels));
    context.drawImage(picture, 0, 0, small.width / tiny, small.height / tiny);
    context.drawImage(small, 0, 0, small.width / tiny, small.height / tiny, 0, 0, small.width, small.height);
    return small;
  }
}

function sizeOf(picture: Picture): [width: number, height: number] {
  return 'displayWidth' in picture ? [picture.displayWidth, picture.displayHeight] : [picture.width, picture.height];
}

function sized(canvas: OffscreenCanvas, width: number, height: number): OffscreenCanvas {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  return canvas;
}

/** As `object-fit: cover` does. */
function drawCovering(context: OffscreenCanvasRenderingContext2D, image: ImageBitmap, width: number, height: number) {
  const scale = Math.max(width / image.width, height / image.height);
  const [w, h] = [image.width * scale, image.height * scale];
  context.drawImage(image, (width - w) / 2, (height - h) / 2, w, h);
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws on no canvas in a worker.');
  return context;
}
