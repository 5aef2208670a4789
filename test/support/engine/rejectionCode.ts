import { RoomError } from '../../../src/engine/index.ts';

/** The code of the error that a command rejects with. */
export async function rejectionCode(command: Promise<unknown>): Promise<string> {
  try {
    await command;
  } catch (error) {
    if (error instanceof RoomError) return error.code;
    throw error;
  }
  throw new Error('The command was expected to be refused, but was not.');
}
