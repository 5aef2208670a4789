// One set-up at a time on a machine: two of them would fight for apt's lock and build the worker twice.
import { once } from 'node:events';
import net from 'node:net';

// A socket in Linux' abstract name space: the kernel removes it with the process that holds it, however that ends.
const name = '\0parlour-setup';

/** Runs the task while no other process does; waits for its turn as long as it takes. */
export async function exclusively(task) {
  if (process.platform !== 'linux') return task();
  const holders = new Set();
  const server = net.createServer((waiting) => {
    holders.add(waiting);
    waiting.on('error', () => {}).on('close', () => holders.delete(waiting));
  });
  for (let told = false; !(await listens(server)); told = true) {
    if (!told) console.log('setup: waiting for another set-up on this machine…');
    await released();
  }
  try {
    return await task();
  } finally {
    for (const waiting of holders) waiting.destroy();
    server.close();
  }
}

/** False if another process holds the name. */
async function listens(server) {
  try {
    server.listen(name);
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (error.code === 'EADDRINUSE') return false;
    throw error;
  }
}

/** Resolves when the process that holds the name ends or lets go of it. */
async function released() {
  const socket = net.connect(name);
  await new Promise((resolve) =>
    socket
      .on('error', () => {})
      .on('close', resolve)
      .resume(),
  );
}
