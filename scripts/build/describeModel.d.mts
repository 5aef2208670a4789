/** @param model - A TensorFlow Lite model. @returns The same one, with a description of its input. */
export function describeModel(model: Uint8Array): Uint8Array;
