const BARS = [1, 2, 3, 4, 5].map((bar) => (
  <rect key={bar} className="parlour-quality-bar" x={bar * 3 - 3} y={12 - bar * 2} width="2" height={bar * 2} />
));

/** Five bars, of which as many are full as the element around them says in `data-quality`. Renders an `<svg>`. */
export function QualityBars() {
  return (
    <svg viewBox="0 0 15 12" width="1.25em" height="1em" aria-hidden="true">
      {BARS}
    </svg>
  );
}
