/** Draws on a canvas of 640 × 360. */
type Scene = (context: CanvasRenderingContext2D) => void;

const tracks = new Map<string, MediaStreamTrack>();

/** A video track of a still scene; the same one for the same id. It repeats its frame, so that each new viewer gets one. */
function trackOf(id: string, scene: Scene): MediaStreamTrack {
  const existing = tracks.get(id);
  if (existing?.readyState === 'live') return existing;
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws on no canvas: the scenes of the stories need one.');
  scene(context);
  const track = canvas.captureStream(5).getVideoTracks()[0] as MediaStreamTrack;
  setInterval(() => context.drawImage(canvas, 0, 0, 1, 1, 0, 0, 1, 1), 250);
  tracks.set(id, track);
  return track;
}

const oklch = (lightness: number, chroma: number, hue: number) => `oklch(${lightness} ${chroma} ${hue})`;

function ellipse(context: CanvasRenderingContext2D, x: number, y: number, rx: number, ry: number, fill: string) {
  context.fillStyle = fill;
  context.beginPath();
  context.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
  context.fill();
}

/** Somebody in front of a wall with a lamp and a picture; each number is another person in another room. */
export function personTrack(number: number): MediaStreamTrack {
  const wall = (number * 67 + 215) % 360;
  const shirt = (number * 137 + 20) % 360;
  const skin = [0.82, 0.6, 0.72, 0.5, 0.78][number % 5] as number;
  const hair = [0.28, 0.2, 0.45, 0.24, 0.62][(number * 3) % 5] as number;
  const side = number % 2 === 0 ? 1 : -1;
  return trackOf(`person ${number}`, (context) => {
    const light = context.createLinearGradient(side > 0 ? 0 : 640, 0, side > 0 ? 640 : 0, 360);
    light.addColorStop(0, oklch(0.8, 0.05, wall));
    light.addColorStop(1, oklch(0.5, 0.06, wall));
    context.fillStyle = light;
    context.fillRect(0, 0, 640, 360);

    context.fillStyle = oklch(0.88, 0.04, wall + 40);
    context.fillRect(320 + side * 190 - 50, 50, 100, 120);
    context.fillStyle = oklch(0.66, 0.09, wall + 120);
    context.fillRect(320 + side * 190 - 40, 60, 80, 100);
    const lamp = context.createRadialGradient(320 - side * 220, 110, 5, 320 - side * 220, 110, 150);
    lamp.addColorStop(0, 'oklch(0.97 0.05 90 / 0.9)');
    lamp.addColorStop(1, 'oklch(0.97 0.05 90 / 0)');
    context.fillStyle = lamp;
    context.fillRect(0, 0, 640, 360);

    // Long hair falls behind the shoulders.
    if (number % 3 === 0) ellipse(context, 320, 215, 84, 105, oklch(hair, 0.04, 50));
    ellipse(context, 320, 395, 165, 150, oklch(0.48, 0.09, shirt));
    context.fillStyle = oklch(skin - 0.06, 0.06, 55);
    context.fillRect(292, 215, 56, 60);
    ellipse(context, 320, 275, 34, 18, oklch(skin - 0.06, 0.06, 55));
    ellipse(context, 320, 152, 80, 88, oklch(hair, 0.04, 50));
    ellipse(context, 320, 172, 62, 76, oklch(skin, 0.07, 55));
    ellipse(context, 320, 112, 60, 26, oklch(hair, 0.04, 50));
    ellipse(context, 297, 170, 5, 6, oklch(0.25, 0.02, 50));
    ellipse(context, 343, 170, 5, 6, oklch(0.25, 0.02, 50));
    context.strokeStyle = oklch(skin - 0.22, 0.08, 35);
    context.lineWidth = 4;
    context.lineCap = 'round';
    context.beginPath();
    context.arc(320, 196, 20, 0.2 * Math.PI, 0.8 * Math.PI);
    context.stroke();
  });
}

/** A shared screen: a document with a chart. */
export function screenTrack(): MediaStreamTrack {
  return trackOf('screen', (context) => {
    context.fillStyle = '#fbfbfd';
    context.fillRect(0, 0, 640, 360);
    context.fillStyle = '#e4e5ec';
    context.fillRect(0, 0, 640, 26);
    for (const [index, color] of ['#e5484d', '#f5b83d', '#46a758'].entries())
      ellipse(context, 16 + index * 16, 13, 5, 5, color);
    context.fillStyle = '#1f2030';
    context.font = '600 24px system-ui, sans-serif';
    context.fillText('Third quarter', 40, 76);
    context.fillStyle = '#c9cbd6';
    for (const [index, width] of [220, 250, 190, 240, 120].entries()) context.fillRect(40, 100 + index * 22, width, 9);
    for (const [index, height] of [60, 96, 82, 140, 170, 205].entries()) {
      context.fillStyle = index === 5 ? '#5b5bd6' : '#b9bbec';
      context.fillRect(340 + index * 44, 310 - height, 30, height);
    }
    context.fillStyle = '#9a9cab';
    context.fillRect(334, 310, 270, 2);
  });
}
