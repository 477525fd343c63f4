/** What `PaletteDoor` finds on the document's element where somebody asked for the search before it was there. */
export const WANTED = "wanted";

const listen = `document.onkeydown=function(e){if((e.ctrlKey||e.metaKey)&&!e.altKey&&!e.shiftKey&&e.key.toLowerCase()==="k"){e.preventDefault();document.documentElement.dataset.search="${WANTED}"}}`;

/** Remembers Ctrl-K or Cmd-K until the page's script is there: whoever is faster would land in the browser's own search. */
export function EarlySearch({ nonce }: { nonce: string | undefined }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: The script is written above and takes nothing in.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: listen }} />;
}
