// Imports one entry of an installed package in plain Node and fails if its code touches a browser's global on the way:
// node importProbe.mjs <project folder> <package> <specifier>
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, name, specifier] = process.argv.slice(2);
const project = path.join(folder, 'probe.mjs');
const file = createRequire(project).resolve(specifier);

const browserGlobals = [
  ...['window', 'document', 'navigator', 'location', 'self', 'screen', 'localStorage', 'sessionStorage', 'indexedDB'],
  ...['HTMLElement', 'Element', 'customElements', 'matchMedia', 'requestAnimationFrame', 'getComputedStyle'],
  ...['IntersectionObserver', 'ResizeObserver', 'MutationObserver', 'WebSocket', 'XMLHttpRequest', 'Worker'],
  ...['RTCPeerConnection', 'RTCRtpSender', 'RTCRtpReceiver', 'MediaStream', 'MediaStreamTrack', 'AudioContext'],
];

/** Only the package's own code is judged: its dependencies look for browsers in ways that work in Node. */
const ownCode = pathToFileURL(path.join(folder, 'node_modules', name, '/')).href;
const touched = new Set();

for (const global of browserGlobals) {
  let value = globalThis[global];
  Object.defineProperty(globalThis, global, {
    configurable: true,
    get() {
      const caller = new Error().stack.split('\n')[2] ?? '';
      if (caller.includes(ownCode)) touched.add(`${global} ${caller.trim().replace(ownCode, '')}`);
      return value;
    },
    set(next) {
      value = next;
    },
  });
}

if (specifier.endsWith('.css')) {
  if (readFileSync(file, 'utf8').trim() === '') throw new Error(`${specifier} is empty`);
} else {
  const exported = Object.keys(await import(pathToFileURL(file).href));
  if (exported.length === 0) throw new Error(`${specifier} exports nothing`);
}
if (touched.size > 0) {
  console.error(`${specifier} touches browser globals when it is imported:\n${[...touched].join('\n')}`);
  process.exit(1);
}
// What keeps the process alive is a timer or a socket opened by the import.
const open = process
  .getActiveResourcesInfo()
  .filter((kind) => !/^(TTYWrap|PipeWrap|FSReqPromise|CloseReq)$/.test(kind));
if (open.length > 0) {
  console.error(`${specifier} leaves ${open.join(', ')} open when it is imported`);
  process.exit(1);
}
