import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findViolations, type SourceFile } from './findViolations.ts';
import { folderRules } from './importRules.ts';

const root = path.resolve(import.meta.dirname, '../../..');

function readSourceFiles(folder: string): SourceFile[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') }));
}

describe('the project', () => {
  it('keeps the one-way rule in the library', () => {
    const files = readSourceFiles('src');
    expect(files.length).toBeGreaterThan(0);
    expect(findViolations(files)).toEqual([]);
  });

  it('keeps the rules of the server', () => {
    const files = readSourceFiles('server/src');
    expect(files.length).toBeGreaterThan(0);
    expect(findViolations(files)).toEqual([]);
  });

  it('has a rule for every folder of the library', () => {
    const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((folder) => folder.name).filter((name) => !(name in folderRules))).toEqual([]);
  });
});

describe('the rules', () => {
  it('let no two folders import from each other', () => {
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      (folderRules[from]?.from ?? []).some((next) => {
        if (next === to) return true;
        if (seen.has(next)) return false;
        seen.add(next);
        return reaches(next, to, seen);
      });
    expect(Object.keys(folderRules).filter((folder) => reaches(folder, folder))).toEqual([]);
  });

  const violations: [title: string, path: string, text: string][] = [
    ['an import to the right', 'src/engine/Room.ts', "import { createRoomStore } from '../store/createRoomStore.ts';"],
    ['a type from the right', 'src/store/x.ts', "import type { Props } from '../components/Tile.tsx';"],
    ['a re-export', 'src/media/x.ts', "export * from '../engine/Room.ts';"],
    ['signalling at run time in media', 'src/media/x.ts', "import { dial } from '../signalling/index.ts';"],
    ['a dynamic import', 'src/signalling/x.ts', "export const load = () => import('../media/Publisher.ts');"],
    ['an import() type', 'src/layout/x.ts', "export type Room = import('../engine/Room.ts').Room;"],
    ['an import for its effect', 'src/ui/x.ts', "import '../components/x.ts';"],
    ['a value where types are allowed', 'src/components/x.tsx', "import { join } from '../protocol/join.ts';"],
    ['a value among types', 'src/components/x.tsx', "import { type Join, join } from '../protocol/index.ts';"],
    ['the inside of the engine', 'src/prebuilt/x.tsx', "import { Room } from '../engine/Room.ts';"],
    ['a component in layout', 'src/layout/packGrid.ts', "import { Tile } from '../components/Tile.tsx';"],
    ['a separate entry in the main one', 'src/index.ts', "export * from './testing/index.ts';"],
    ['a folder without a rule', 'src/novel/x.ts', "import { RoomError } from '../errors/index.ts';"],
    ['React in the engine', 'src/engine/x.ts', "import { useState } from 'react';"],
    ['React types in the protocol', 'src/protocol/x.ts', "import type { ReactNode } from 'react';"],
    ['a sub-path of React', 'src/media/x.ts', "import { jsx } from 'react/jsx-runtime';"],
    ['mediasoup-client outside media', 'src/engine/x.ts', "import { Device } from 'mediasoup-client';"],
    ['its types outside media', 'src/signalling/x.ts', "import type { types } from 'mediasoup-client/types';"],
    ['mediasoup in the library', 'src/media/x.ts', "import type { types } from 'mediasoup';"],
    ['Node in the library', 'src/auth/x.ts', "import { readFile } from 'node:fs';"],
    ['the server in the library', 'src/protocol/x.ts', "import { y } from '../../server/src/config.ts';"],
    ['mediasoup outside the SFU', 'server/src/signalling/x.ts', "import type { types } from 'mediasoup';"],
    ['fastify in the domain', 'server/src/rooms/x.ts', "import type { FastifyInstance } from 'fastify';"],
    ['a plugin of fastify in the domain', 'server/src/rooms/x.ts', "import cors from '@fastify/cors';"],
    ['HTTP in the domain', 'server/src/rooms/x.ts', "import { routes } from '../rest/routes.ts';"],
    ['the SFU in the domain', 'server/src/rooms/x.ts', "import { Sfu } from '../sfu/Sfu.ts';"],
    ['the engine in the server', 'server/src/rest/x.ts', "import { Room } from '../../../src/engine/Room.ts';"],
    ['a meaningless folder', 'src/media/utils/x.ts', 'export const x = 1;'],
    ['a meaningless folder in the server', 'server/src/lib/x.ts', 'export const x = 1;'],
    ['a file too long', 'src/engine/Room.ts', 'export {};\n'.repeat(301)],
  ];
  it.each(violations)('find %s', (_title, file, text) => {
    const found = findViolations([{ path: file, text }]);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(file);
  });

  const allowed: [title: string, path: string, text: string][] = [
    [
      'imports to the left',
      'src/hooks/x.ts',
      "import { useStore } from 'react';\nimport { s } from '../store/index.ts';",
    ],
    ['imports within a folder', 'src/engine/managers/x.ts', "import { Topic } from '../Topic.ts';"],
    ['types where types are allowed', 'src/components/x.tsx', "import { type Join } from '../protocol/index.ts';"],
    ['the public entry of the engine', 'src/prebuilt/x.tsx', "import { createRoom } from '../engine/index.ts';"],
    [
      'the shared protocol in the server',
      'server/src/rest/x.ts',
      "import { y } from '../../../src/protocol/index.ts';",
    ],
    ['mediasoup in the SFU', 'server/src/sfu/x.ts', "import * as mediasoup from 'mediasoup';"],
    ['mediasoup-client in media', 'src/media/x.ts', "export const load = () => import('mediasoup-client');"],
    ['the word import in text', 'src/engine/x.ts', 'export const text = "import { useState } from \'react\'";'],
    ['a file of the greatest length', 'src/engine/Room.ts', 'export {};\n'.repeat(300)],
  ];
  it.each(allowed)('allow %s', (_title, file, text) => {
    expect(findViolations([{ path: file, text }])).toEqual([]);
  });
});
