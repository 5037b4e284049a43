const names: Partial<Record<string, string>> = {
  'youtube.com': 'YouTube',
  'youtu.be': 'YouTube',
  'vimeo.com': 'Vimeo',
  'open.spotify.com': 'Spotify',
  'soundcloud.com': 'SoundCloud',
};

/** What people call the place that an address leads to. */
export function hostName(address: string): string {
  const host = new URL(address).host.replace(/^(www|m|player)\./, '');
  return names[host] ?? host;
}
