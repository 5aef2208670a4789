import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArrangedSource, arrange, arrangements } from '../../../src/console/compositions/draft/arrangements.ts';
import { changeDraft, type DraftChange } from '../../../src/console/compositions/draft/changeDraft.ts';
import type { FilmDraft } from '../../../src/console/compositions/draft/FilmDraft.ts';
import { moved, placeWithin, resized, snapLines } from '../../../src/console/compositions/draft/placing.ts';
import { toCompositionInput } from '../../../src/console/compositions/draft/toCompositionInput.ts';

const HD = { width: 1280, height: 720 };
const none = { x: [], y: [] };
const source = (id: string, participantId: string, screen = false): ArrangedSource => ({ id, participantId, screen });
const draftOf = (picture = HD): FilmDraft =>
  changeDraft({ ...picture, regions: [], sound: '*' }, { type: 'arranged', regions: arrange('grid', picture, []) });

describe('placing', () => {
  it('puts back what would leave the picture, in even numbers', () => {
    expect(placeWithin({ x: 1200, y: -5, width: 301, height: 9 }, HD)).toEqual({
      x: 980,
      y: 0,
      width: 300,
      height: 16,
    });
  });

  it('moves by as much as is dragged, and snaps to what is near', () => {
    const place = { x: 100, y: 100, width: 200, height: 100 };
    expect(moved(place, { x: 50, y: 30, lines: none, reach: 8 }, HD)).toMatchObject({ x: 150, y: 130 });
    // Its right edge is 4 pixels from the middle of the picture, its lower one too far from any line.
    const lines = snapLines(HD, []);
    expect(moved(place, { x: 336, y: 30, lines, reach: 8 }, HD)).toEqual({ x: 440, y: 130, width: 200, height: 100 });
  });

  it('moves a corner, and leaves the one across where it is', () => {
    const place = { x: 100, y: 100, width: 200, height: 100 };
    const by = { x: -40, y: 20, lines: none, reach: 8 };
    expect(resized(place, { x: 'left', y: 'bottom' }, by, HD)).toEqual({ x: 60, y: 100, width: 240, height: 120 });
    expect(resized(place, { x: 'right', y: 'top' }, by, HD)).toEqual({ x: 100, y: 120, width: 160, height: 80 });
    const far = { x: 5000, y: 5000, lines: none, reach: 8 };
    expect(resized(place, { x: 'left', y: 'top' }, far, HD)).toEqual({ x: 284, y: 184, width: 16, height: 16 });
    expect(resized(place, { x: 'right', y: 'bottom' }, far, HD)).toEqual({ x: 100, y: 100, width: 1180, height: 620 });
  });
});

describe('arrangements', () => {
  const sources = [source('1', 'ada'), source('2', 'grace'), source('3', 'ada', true)];

  it('give a shared screen the large place, and the others the rest', () => {
    const [stage, column] = arrange('stage', HD, sources);
    expect(stage).toMatchObject({ x: 0, y: 0, width: 1024, height: 720, sources: ['3'] });
    expect(column).toMatchObject({ x: 1024, y: 0, width: 256, height: 720, maxColumns: 1, sources: ['1', '2'] });
  });

  it('put two beside each other, and on top of each other where the picture is upright', () => {
    const two = sources.slice(0, 2);
    expect(arrange('side-by-side', HD, two)).toMatchObject([
      { x: 0, width: 640, height: 720, sources: ['1'] },
      { x: 640, width: 640, height: 720, sources: ['2'] },
    ]);
    expect(arrange('side-by-side', { width: 720, height: 1280 }, two)).toMatchObject([
      { y: 0, width: 720, height: 640 },
      { y: 640, width: 720, height: 640 },
    ]);
  });

  it.each(arrangements)('%s keeps within every picture', (name) => {
    for (const picture of [HD, { width: 16, height: 16 }, { width: 720, height: 1280 }]) {
      for (const { x, y, width, height } of arrange(name, picture, sources)) {
        expect(placeWithin({ x, y, width, height }, picture)).toEqual({ x, y, width, height });
      }
    }
  });
});

describe('a draft', () => {
  it('has one region at least, and sixteen at most', () => {
    const one = draftOf();
    expect(changeDraft(one, { type: 'removed', id: '1' })).toBe(one);
    let full = one;
    for (let index = 0; index < 20; index += 1) full = changeDraft(full, { type: 'added' });
    expect(full.regions).toHaveLength(16);
    expect(new Set(full.regions.map(({ id }) => id)).size).toBe(16);
  });

  it('brings regions forward and sends them backward', () => {
    const two = changeDraft(draftOf(), { type: 'added' });
    const ids = (draft: FilmDraft) => draft.regions.map(({ id }) => id);
    expect(ids(changeDraft(two, { type: 'stacked', id: '1', by: 1 }))).toEqual(['2', '1']);
    expect(ids(changeDraft(two, { type: 'stacked', id: '1', by: -1 }))).toEqual(['1', '2']);
  });

  it('grows and shrinks with its picture', () => {
    const inset = changeDraft(draftOf(), { type: 'arranged', regions: arrange('side-by-side', HD, []) });
    const small = changeDraft(inset, { type: 'picture', picture: { width: 640, height: 360 } });
    expect(small).toMatchObject({ width: 640, height: 360, regions: [{ width: 320 }, { x: 320, width: 320 }] });
  });

  it('is what the REST API takes, whatever is done to it', () => {
    const number = fc.integer({ min: -5000, max: 5000 });
    const id = fc.constantFrom('1', '2', '3', '4');
    const change: fc.Arbitrary<DraftChange> = fc.oneof(
      fc.constantFrom<DraftChange>({ type: 'added' }, { type: 'heard', sound: null }, { type: 'heard', sound: ['a'] }),
      fc.record({ type: fc.constant('removed' as const), id }),
      fc.record({ type: fc.constant('stacked' as const), id, by: fc.constantFrom(1 as const, -1 as const) }),
      fc.record({
        type: fc.constant('placed' as const),
        id,
        place: fc.record({ x: number, y: number, width: number, height: number }),
      }),
      fc
        .constantFrom(HD, { width: 720, height: 1280 }, { width: 640, height: 360 }, { width: 720, height: 720 })
        .map((picture) => ({ type: 'picture' as const, picture })),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const draft = changes.reduce(changeDraft, draftOf());
        const input = toCompositionInput('session', draft);
        const regions = Object.values(input.video_layout ?? {});
        expect(regions.length).toBe(draft.regions.length);
        expect(regions.length).toBeGreaterThan(0);
        for (const { x_pos = 0, y_pos = 0, width, height } of regions as Record<string, number>[]) {
          expect(Math.min(width ?? 0, height ?? 0)).toBeGreaterThanOrEqual(16);
          expect(Math.min(x_pos, y_pos)).toBeGreaterThanOrEqual(0);
          expect(x_pos + (width ?? 0)).toBeLessThanOrEqual(draft.width);
          expect(y_pos + (height ?? 0)).toBeLessThanOrEqual(draft.height);
        }
      }),
    );
  });
});
