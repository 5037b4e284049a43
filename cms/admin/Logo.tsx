/** The « » mark: two sides that face each other. */
export const Icon = ({ size = 18 }: { size?: number }) => (
  <svg viewBox="3 5 26 22" width={size} height={size} aria-hidden="true">
    <path
      d="M13 7 5 16l8 9M19 7l8 9-8 9"
      fill="none"
      stroke="var(--newsroom-signal, currentColor)"
      strokeWidth="3.5"
      strokeLinecap="square"
    />
  </svg>
);

export const Logo = () => (
  <div style={{ display: 'flex', alignItems: 'center', gap: 12, fontSize: 30, fontWeight: 700 }}>
    <Icon size={32} />
    <span>Kundefront</span>
  </div>
);
