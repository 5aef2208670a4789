import { EXAMPLES } from './examples.ts';

interface Media {
  content?: Record<string, object>;
}

interface Operation {
  operationId?: string;
  requestBody?: Media;
  responses?: Record<string, Media>;
}

/** The document with the examples of its operations. */
export function withExamples<Described extends { paths?: object }>(document: Described): Described {
  const paths = Object.entries(document.paths ?? {}).map(([path, methods]) => [
    path,
    Object.fromEntries(Object.entries(methods as object).map(([method, operation]) => [method, shown(operation)])),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

function shown(operation: Operation): Operation {
  const { request, answer } = EXAMPLES[operation.operationId ?? ''] ?? {};
  const { requestBody, responses = {} } = operation;
  return {
    ...operation,
    ...(requestBody && { requestBody: withExample(requestBody, request) }),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [
        status,
        status.startsWith('2') ? withExample(response, answer) : response,
      ]),
    ),
  };
}

function withExample<Described extends Media>(media: Described, example: unknown): Described {
  if (example === undefined || media.content === undefined) return media;
  const content = Object.entries(media.content).map(([type, one]) => [type, { ...one, example }]);
  return { ...media, content: Object.fromEntries(content) };
}
