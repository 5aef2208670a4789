interface Parameter {
  name: string;
  in: string;
  description?: string;
}

interface Operation {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: { properties?: Record<string, { description?: string }> } }> };
  responses?: Record<string, unknown>;
}

/** As much of an OpenAPI document as the page shows. */
export interface OpenApiDocument {
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
}

/** An HTML page that lists the operations of a document. */
export function renderDocsPage({ info, paths }: OpenApiDocument): string {
  const title = escapeHtml(`${info.title} ${info.version}`);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? 'Other');
  const sections = [...groups].map(
    ([tag, entries]) => `<h2>${escapeHtml(tag)}</h2>\n${entries.map(renderOperation).join('\n')}`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-inline-size: 56rem; margin: 2rem auto; padding-inline: 1rem; }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
summary { cursor: pointer; padding-block: .25rem; }
dt { font-weight: 600; margin-block-start: .5rem; }
</style>
</head>
<body>
<h1>${title}</h1>
<p>Requests carry <code>Authorization: Bearer &lt;API key&gt;</code>. The whole document: <a href="/v2/openapi.json">openapi.json</a>.</p>
${sections.join('\n')}
</body>
</html>
`;
}

function renderOperation({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const parameters = operation.parameters ?? [];
  const fields = Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
    Object.entries(schema.properties ?? {}).map(([name, { description }]) => ({ name, description })),
  );
  const answers = Object.keys(operation.responses ?? {}).map((name) => ({ name }));
  return `<details>
<summary><code>${method.toUpperCase()} ${escapeHtml(path)}</code> ${escapeHtml(operation.summary ?? '')}</summary>
<p>${escapeHtml(operation.description ?? '')}</p>
<dl>${renderList('Parameters', parameters)}${renderList('Body', fields)}${renderList('Answers', answers)}</dl>
</details>`;
}

function renderList(term: string, entries: readonly { name: string; description?: string | undefined }[]): string {
  if (entries.length === 0) return '';
  const items = entries.map(
    ({ name, description = '' }) => `<dd><code>${escapeHtml(name)}</code> ${escapeHtml(description)}</dd>`,
  );
  return `<dt>${term}</dt>${items.join('')}`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
