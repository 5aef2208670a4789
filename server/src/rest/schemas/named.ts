import { type TProperties, Type } from 'typebox';

/** An object that goes by a name in the OpenAPI document, and in what is generated from it. */
export const named = <Properties extends TProperties>(title: string, properties: Properties) =>
  Type.Object(properties, { title });
