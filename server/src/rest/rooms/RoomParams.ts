import { Type } from 'typebox';
import { Uuid } from '../schemas/text.ts';

/** The path parameters of everything below a room. */
export const RoomParams = Type.Object({ room_id: Uuid });
