// A long-running process of the project: its lines come through, and one of them says that it is ready.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

/**
 * Starts Node with the arguments. `ready` resolves with the match of the pattern in the first line that has one, and
 * rejects if the process ends before; `ended` resolves with a phrase that says how it ended. The other lines are passed
 * on, but for those that match `hiddenLines`.
 */
export function startProcess({ node, args, cwd, env, readyPattern, hiddenLines }) {
  // A group of its own: Ctrl-C in the terminal reaches this program alone, which then ends its processes in order.
  const child = spawn(node, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const ended = Promise.race([
    once(child, 'close').then(([code, signal]) => (signal === null ? `ended with code ${code}` : `ended by ${signal}`)),
    once(child, 'error').then(([error]) => `could not be started (${error.message})`),
  ]);
  const ready = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const text = stripVTControlCharacters(line);
      const match = readyPattern.exec(text);
      if (match !== null) resolve(match);
      else if (!hiddenLines?.test(text)) console.log(line);
    });
    ended.then((how) => reject(new Error(how)));
  });
  return {
    ready,
    ended,
    /** Asks the process to end; the second time it is killed. */
    stop(signal = 'SIGTERM') {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      try {
        process.kill(-child.pid, signal);
      } catch {
        // It has ended in this moment.
      }
    },
  };
}
