import { describe, expect, test } from 'vitest';
import { Ffmpeg } from '../../src/recording/Ffmpeg.ts';

const SOUND = ['-nostdin', '-f', 'lavfi', '-i', 'sine=duration=9', '-y'];

describe('ffmpeg', () => {
  test('has nothing to say when all went well', async () => {
    expect(await new Ffmpeg('ffmpeg', [...SOUND, '-f', 'null', '-']).ended).toBeNull();
  });

  test('tells that the disk is full', async () => {
    expect(await new Ffmpeg('ffmpeg', [...SOUND, '-flush_packets', '1', '-f', 'wav', '/dev/full']).ended).toBe(
      'The disk is full.',
    );
  });

  test('tells by what it was ended', async () => {
    const run = new Ffmpeg('ffmpeg', ['-nostdin', '-re', '-f', 'lavfi', '-i', 'sine', '-f', 'null', '-']);
    run.kill();
    expect(await run.ended).toBe('ffmpeg was ended by SIGKILL.');
  });

  test('tells what it says itself of any other failure', async () => {
    const { ended } = new Ffmpeg('ffmpeg', ['-nostdin', '-i', '/no/such/file', '-f', 'null', '-']);
    expect(await ended).toMatch(/^ffmpeg ended with 1: .*No such file or directory/);
  });

  test('tells that it is not there', async () => {
    expect(await new Ffmpeg('no-such-ffmpeg', []).ended).toBe(
      'no-such-ffmpeg is not installed: recordings need it on the PATH of the server.',
    );
    await expect(Ffmpeg.run('no-such-ffmpeg', [])).rejects.toThrow('is not installed');
  });
});
