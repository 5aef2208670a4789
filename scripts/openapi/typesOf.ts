import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';

const HEADER = `// Written by "node scripts/openapi/generate.ts" from the OpenAPI document of the server. Not to be edited.
`;

/** The types of an OpenAPI document, as the text of a TypeScript file. */
export async function typesOf(document: object): Promise<string> {
  // Examples are for people who read the document; as comments they would be most of the file.
  const plain = JSON.parse(JSON.stringify(document), (key, value) => (key === 'example' ? undefined : value));
  // A field with a default may be left out of a body.
  return HEADER + astToString(await openapiTypescript(plain as OpenAPI3, { defaultNonNullable: false }));
}
