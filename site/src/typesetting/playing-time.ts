/** How long it plays: «1:02:03», «4:05»; empty where that is not known. */
export function playingTime(seconds: number | null): string {
  if (seconds === null) return '';
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    whole % 60,
  ];
  const padded = (value: number) => String(value).padStart(2, '0');
  return hours > 0
    ? `${String(hours)}:${padded(minutes)}:${padded(rest)}`
    : `${String(minutes)}:${padded(rest)}`;
}
