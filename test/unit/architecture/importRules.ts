/** What a folder of `src/` may import from the others. */
export interface FolderRule {
  /** Folders whose code it may use. */
  from: readonly string[];
  /** Folders of which it may name types only: nothing of them is loaded with it. */
  typesFrom?: readonly string[];
}

const wire = ['protocol', 'errors', 'auth'] as const;
const engine = [...wire, 'signalling', 'media', 'engine'] as const;

/** The one-way rule: data moves right only, and a folder imports only from folders to its left. */
export const folderRules: Readonly<Record<string, FolderRule>> = {
  errors: { from: [] },
  protocol: { from: ['errors'] },
  auth: { from: ['protocol', 'errors'] },
  signalling: { from: wire },
  // It asks the other side through methods it is handed, and names their type.
  media: { from: wire, typesFrom: ['signalling'] },
  engine: { from: [...wire, 'signalling', 'media'] },
  store: { from: engine },
  // Of the live room it knows what a token says, and the type of one whose events it hears.
  api: { from: [...wire], typesFrom: ['engine'] },
  // Joining a room must not load the REST client, so that hooks name its types at most.
  hooks: { from: [...engine, 'store'], typesFrom: ['api'] },

  layout: { from: [] },
  ui: { from: [] },
  // A text for every error code.
  i18n: { from: [], typesFrom: ['protocol', 'errors'] },
  styles: { from: [] },

  // What a command throws is turned into a RoomError where it is caught.
  components: {
    from: ['errors', 'hooks', 'store', 'layout', 'ui', 'i18n', 'styles'],
    typesFrom: ['protocol', 'engine'],
  },
  prebuilt: {
    from: ['errors', 'components', 'hooks', 'store', 'i18n', 'ui'],
    typesFrom: ['protocol', 'auth', 'engine'],
  },
  console: { from: ['api', 'components', 'layout', 'ui', 'i18n', 'styles'] },
  effects: { from: ['errors'], typesFrom: ['protocol', 'media', 'engine'] },
  testing: { from: [...engine, 'store', 'hooks'] },

  // src/index.ts, the public React surface; what has an entry of its own is not in it.
  '.': { from: [...engine, 'store', 'hooks', 'layout', 'ui', 'i18n', 'components', 'prebuilt'] },
};

/** Files that a folder may use although the rest of their folder is closed to it. */
export const openFiles: Readonly<Record<string, readonly string[]>> = {
  // A public entry: whoever makes a room makes it with this.
  prebuilt: ['src/engine/index.ts'],
  // The public entry of the effects is loaded when one is chosen; before that, one must know which to offer.
  components: ['src/effects/index.ts', 'src/effects/support.ts'],
};

/** Packages that only some places may import; every sub-path of a package counts as the package. */
export const packagePlaces: Readonly<Record<string, readonly string[]>> = {
  react: ['hooks', 'components', 'prebuilt', 'ui', 'i18n', 'api', 'console', 'effects'].map((name) => `src/${name}/`),
  'react-dom': ['components', 'prebuilt', 'ui', 'console'].map((name) => `src/${name}/`),
  '@base-ui/react': ['components', 'prebuilt', 'ui', 'console'].map((name) => `src/${name}/`),
  'lucide-react': ['components', 'prebuilt', 'ui', 'console'].map((name) => `src/${name}/`),
  '@tanstack/react-query': ['src/api/', 'src/console/'],
  'openapi-fetch': ['src/api/'],
  'mediasoup-client': ['src/media/', 'src/testing/'],
  'protoo-client': ['src/signalling/'],
  '@mediapipe/tasks-vision': ['src/effects/'],
  '@shiguredo/rnnoise-wasm': ['src/effects/'],
  mediasoup: ['server/src/sfu/'],
  'protoo-server': ['server/src/signalling/'],
};

/**
 * Of the library, the server may use what both sides of the wire share, and where pictures stand: a film is laid out as
 * its preview shows it.
 */
export const sharedWithServer: readonly string[] = ['src/protocol/', 'src/errors/', 'src/layout/'];

/** The domain of the server knows neither HTTP nor mediasoup, be it through one of these folders or packages. */
export const closedToServerRooms = {
  folders: ['server/src/rest/', 'server/src/signalling/', 'server/src/sfu/'],
  packages: ['fastify', 'fastify-plugin', '@fastify/*', 'mediasoup', 'protoo-server'],
} as const;

/** Names that say nothing about what is inside. */
export const meaninglessFolders: readonly string[] = ['utils', 'util', 'helpers', 'common', 'core', 'lib', 'misc'];

/** A file longer than this holds more than one concept. */
export const maxLines = 300;

/** Files that a program writes, as long as they come out. */
export const generatedFiles: readonly string[] = ['src/api/client/openapi.ts'];
