import { readFileSync } from 'node:fs';
import { z } from 'zod';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
  required?: string[];
}

const file = new URL('../fixtures/resend-openapi-part.json', import.meta.url);
// why: our own extract of the provider's OpenAPI description, in the shape read here.
const { schemas } = (
  JSON.parse(readFileSync(file, 'utf8')) as { components: { schemas: Record<string, Schema> } }
).components;

/** The provider's published shape, closed: a property that it does not name is an error. */
export function publishedSchema(name: string) {
  // why: OpenAPI's `type` is a plain string here, JSON Schema's a union of them.
  return z.fromJSONSchema(close(schemaNamed(name)) as Parameters<typeof z.fromJSONSchema>[0]);
}

function schemaNamed(name: string): Schema {
  const schema = schemas[name];
  if (schema === undefined) throw new Error(`no schema ${name} in the extract`);
  return schema;
}

/** References followed, `allOf` merged, nothing more allowed. */
function close(schema: Schema): Schema & { additionalProperties?: boolean } {
  if (schema.$ref !== undefined) return close(schemaNamed(schema.$ref.split('/').at(-1) ?? ''));
  if (schema.allOf !== undefined) {
    const parts = schema.allOf.map(close);
    return {
      ...parts[0],
      properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
      required: parts.flatMap(({ required }) => required ?? []),
    };
  }
  const { properties, items } = schema;
  return {
    ...schema,
    ...(items === undefined ? {} : { items: close(items) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, inner]) => [name, close(inner)]),
          ),
          additionalProperties: false,
        }),
  };
}
