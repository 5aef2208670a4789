const BYTES_PER_MB = 1_000_000;

/** A size as the API shows it: in millions of bytes, to the thousandth. */
export function megabytes(bytes: number): number {
  return Math.round((bytes / BYTES_PER_MB) * 1000) / 1000;
}
