/** The product's sign; the same drawing as the favicon. */
export function Mark({ className = "" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#155e7c" />
      <path d="M8 7v18h9" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
      <path
        d="M14 7v7m0 0 9-7m-9 7 9.5 11"
        fill="none"
        stroke="#9fd3e8"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
