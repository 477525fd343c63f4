/** Path and query of the page that is asked for, told by the proxy; taken out of what comes from outside. */
export const PATH_HEADER = "x-portal-path";
export const REQUEST_ID_HEADER = "x-request-id";
export const NONCE_HEADER = "x-nonce";

/** Headers by which Next's parts talk to each other, and the portal's own: none of them may come from outside. */
const internal =
  /^(x-middleware-|x-portal-|x-invoke-|x-now-)|^(x-matched-path|x-nonce|x-request-id|next-resume|next-action)$/;
const frameworks = /^x-(nextjs|next)-/;
/** `next dev` sends its own answers back by these. */
const developments = /^x-nextjs-(html-)?request-id$/;

export function isInternalHeader(name: string, isDevelopment: boolean): boolean {
  const lower = name.toLowerCase();
  if (internal.test(lower)) return true;
  return frameworks.test(lower) && !(isDevelopment && developments.test(lower));
}
