import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** As much of an OpenAPI document as the contract is checked by. */
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, object> };
}

/** An operation of the document. */
export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: object[];
  parameters?: { name: string; in: string; description?: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: BodySchema }> };
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

interface BodySchema {
  properties?: Record<string, { description?: string }>;
}

/** An answer as it came over the wire. */
export interface RawAnswer {
  status: number;
  contentType: string;
  payload: string;
}

const DOCUMENT = 'openapi.json';

/** Holds answers against the OpenAPI document: no status that it does not name, no body that its schema does not allow. */
export class Contract {
  readonly document: OpenApi;
  readonly #ajv: Ajv2020;
  readonly #routes: { pattern: RegExp; path: string }[];
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(document: OpenApi) {
    this.document = document;
    this.#ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(document, DOCUMENT);
    // Words before placeholders: "/rooms/search" is not the room of the id "search".
    this.#routes = Object.keys(document.paths)
      .sort((a, b) => count(a) - count(b))
      .map((path) => ({ path, pattern: patternOf(path) }));
  }

  /** What is wrong with an answer; `null` when nothing is, or when the document is not about it. */
  check(method: string, url: string, answer: RawAnswer): string | null {
    const path = this.#pathOf(url);
    const operation = path === null ? undefined : this.document.paths[path]?.[method.toLowerCase()];
    if (path === null || !operation) return null;
    const name = `${method} ${path} → ${answer.status}`;
    const response = operation.responses[String(answer.status)];
    if (!response) return `${name} is not in /v2/openapi.json: add the status to the responses of the route.`;
    const [type, content] = Object.entries(response.content ?? {})[0] ?? [];
    if (type === undefined || content === undefined) {
      return answer.payload === '' ? null : `${name} has a body, and should have none: ${answer.payload}`;
    }
    if (!answer.contentType.startsWith(type)) return `${name} is ${answer.contentType}, and should be ${type}.`;
    if (type !== 'application/json') return null;
    const validate = this.#validatorOf(path, method.toLowerCase(), answer.status);
    if (validate(JSON.parse(answer.payload))) return null;
    return `${name} does not fit its schema: ${this.#ajv.errorsText(validate.errors)}\n${answer.payload}`;
  }

  #pathOf(url: string): string | null {
    const path = url.split('?')[0] ?? '';
    return this.#routes.find(({ pattern }) => pattern.test(path))?.path ?? null;
  }

  #validatorOf(path: string, method: string, status: number): ValidateFunction {
    const pointer = ['paths', path, method, 'responses', String(status), 'content', 'application/json', 'schema']
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const known = this.#validators.get(pointer);
    if (known) return known;
    const validate = this.#ajv.compile({ $ref: `${DOCUMENT}#/${pointer}` });
    this.#validators.set(pointer, validate);
    return validate;
  }
}

function count(path: string): number {
  return path.split('{').length;
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\{[^}]+\}/).map((text) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}
