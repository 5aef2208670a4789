/** More tiles than that nobody can follow when they move, and each would cost time in every frame. */
const MOST_THAT_MOVE = 64;

/** So many are in sight that nothing moves by itself, and who comes or goes moves as few as can be. */
export function isCrowd(count: number): boolean {
  return count > MOST_THAT_MOVE;
}
