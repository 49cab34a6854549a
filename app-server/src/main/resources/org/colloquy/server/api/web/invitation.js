// An invitation that stands in the address, as `#c=CODE` and perhaps beside the server's fingerprint.
// It is a secret: it leaves the address at once, and is in this script's memory only.

/** @returns its code; null where there is none */
export function takeInvitation() {
  const given = new URLSearchParams(location.hash.slice(1));
  if (!given.has('c') && !given.has('fp')) return null;
  history.replaceState(null, '', location.pathname);
  return given.get('c') || null;
}
