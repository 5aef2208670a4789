'use client';
import { useEffect, useRef } from 'react';
import { type Painting, paint } from './paintings.ts';

const SIZE = { width: 192, height: 108 };

/** A picture, filling the canvas as it will fill the frame. */
async function show(picture: Blob, canvas: HTMLCanvasElement): Promise<void> {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.max(canvas.width / bitmap.width, canvas.height / bitmap.height);
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  canvas.getContext('2d')?.drawImage(bitmap, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
  bitmap.close();
}

/**
 * A small picture of a background. What has no address is drawn, which needs no exception in a content security policy.
 * Renders an `<img>` or a `<canvas>`.
 */
export function Thumbnail({ of }: { readonly of: Painting | Blob | string }) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas || typeof of === 'string') return;
    // One that the browser cannot read is not shown; choosing it says so.
    if (of instanceof Blob) show(of, canvas).catch(() => {});
    else paint(of, canvas);
  }, [of]);
  if (typeof of === 'string') return <img className="parlour-background-thumbnail" src={of} alt="" loading="lazy" />;
  return <canvas ref={ref} className="parlour-background-thumbnail" {...SIZE} aria-hidden />;
}
