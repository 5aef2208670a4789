type Spot = readonly [x: number, y: number, radius: number, color: string];

/** A background that is painted here: a room out of focus. */
export interface Painting {
  readonly id: 'warm' | 'evening' | 'garden' | 'studio';
  /** From the top to the floor. */
  readonly wall: readonly [string, string, string];
  /** Lamps, windows, plants: places and radii in parts of the width. */
  readonly spots: readonly Spot[];
}

export const paintings: readonly Painting[] = [
  {
    id: 'warm',
    wall: ['#f3e6d2', '#e3c9a5', '#8f6d4c'],
    spots: [
      [0.16, 0.18, 0.3, '#fff8e8'],
      [0.86, 0.3, 0.12, '#ffd794'],
      [0.82, 0.52, 0.16, '#6f7f56'],
      [0.92, 0.46, 0.12, '#8a9a68'],
      [0.3, 0.56, 0.18, '#b58a5f'],
    ],
  },
  {
    id: 'evening',
    wall: ['#1b1f3f', '#3a3266', '#5c3a63'],
    spots: [
      [0.2, 0.4, 0.07, '#ffcf8a'],
      [0.34, 0.47, 0.05, '#ff9f7a'],
      [0.66, 0.44, 0.06, '#ffd9a0'],
      [0.8, 0.34, 0.08, '#f58fb0'],
      [0.9, 0.5, 0.05, '#8fd0ff'],
      [0.5, 0.1, 0.3, '#4b4a8c'],
    ],
  },
  {
    id: 'garden',
    wall: ['#dcebd6', '#8fb283', '#3f5f45'],
    spots: [
      [0.25, 0.12, 0.28, '#fbfff0'],
      [0.1, 0.42, 0.2, '#527a52'],
      [0.86, 0.4, 0.22, '#5f8a55'],
      [0.7, 0.22, 0.14, '#b9d79c'],
      [0.45, 0.5, 0.16, '#7aa06c'],
    ],
  },
  {
    id: 'studio',
    wall: ['#c9ced6', '#a3aab6', '#6d7480'],
    spots: [
      [0.5, 0.2, 0.5, '#eef1f5'],
      [0.08, 0.3, 0.14, '#8d95a3'],
      [0.94, 0.3, 0.14, '#8d95a3'],
    ],
  },
];

/** Paints it over the whole canvas. */
export function paint({ wall, spots }: Painting, canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { width, height } = canvas;
  const from = context.createLinearGradient(0, 0, 0, height);
  for (const [index, color] of wall.entries()) from.addColorStop(index / (wall.length - 1), color);
  context.fillStyle = from;
  context.fillRect(0, 0, width, height);
  for (const [x, y, radius, color] of spots) {
    const [left, top, far] = [x * width, y * width, radius * width];
    const light = context.createRadialGradient(left, top, 0, left, top, far);
    light.addColorStop(0, color);
    light.addColorStop(0.55, `${color}b0`);
    light.addColorStop(1, `${color}00`);
    context.fillStyle = light;
    context.fillRect(0, 0, width, height);
  }
}

/** The painting as a picture, as large as a camera's. */
export async function paintedPicture(painting: Painting): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
  paint(painting, canvas);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
  if (!picture) throw new Error('This browser makes no picture of what is painted.');
  return picture;
}
