/** How much of a limit is used; what lies beyond it stands after a gap, in the colour of what is due. Only repeats what words say. */
export function UsageBar({ used, atMost }: { used: number; atMost: number }) {
  const whole = Math.max(used, atMost, 1);
  const inside = (Math.min(used, atMost) / whole) * 100;
  const limit = (atMost / whole) * 100;
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="h-2 w-full" aria-hidden="true" focusable="false">
      <rect x="0" y="0" width={limit} height="6" className="fill-sunken" />
      <rect x="0" y="0" width={inside} height="6" className="fill-accent" />
      {used > atMost ? <rect x={limit + 0.6} y="0" width={100 - limit - 0.6} height="6" className="fill-due" /> : null}
    </svg>
  );
}
