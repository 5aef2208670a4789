let context: CanvasRenderingContext2D | null = null;

/** Red, green and blue from 0 to 255 of a CSS color, laid over white where it lets through. */
function pixelOf(color: string): Uint8ClampedArray {
  context ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  if (!context) throw new Error('This browser draws on no canvas: contrast cannot be measured.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [...pixelOf(color)].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastOf(color: string, background: string): number {
  const [a, b] = [luminanceOf(color), luminanceOf(background)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
