// Runs a command that may take minutes: quiet but for a line now and then, and telling only if it fails.
import { spawn } from 'node:child_process';

const heartbeatInMs = 20_000;
const tailLines = 30;

/**
 * Resolves with what the command printed. Rejects with the end of it if the command fails; the error's `output` holds
 * all of it.
 */
export function runLong(text, [command, ...args], options = {}) {
  const startedAt = Date.now();
  const elapsed = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  console.log(`setup: ${text}…`);
  const heartbeat = setInterval(() => console.log(`setup: ${text}… ${elapsed()}`), heartbeatInMs);

  return new Promise((resolve, reject) => {
    // A group of its own, so that being ended ends the compilers below it as well.
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
    const end = (signal) => {
      try {
        process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has ended already.
      }
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    process.on('SIGINT', end).on('SIGTERM', end);

    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);

    const done = (failure) => {
      clearInterval(heartbeat);
      process.off('SIGINT', end).off('SIGTERM', end);
      if (failure === undefined) return resolve(output);
      const tail = output.trimEnd().split('\n').slice(-tailLines).join('\n');
      reject(Object.assign(new Error(`${text} failed (${failure}) after ${elapsed()}.\n${tail}`), { output }));
    };
    child.on('error', (error) => done(error.message));
    child.on('close', (code, signal) => done(code === 0 ? undefined : (signal ?? `exit code ${code}`)));
  });
}
