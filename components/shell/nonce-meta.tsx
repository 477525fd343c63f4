"use client";

import { useState } from "react";

/** Keeps the nonce that the document was delivered with: a later refresh brings another one, which the document's policy does not know. */
export function NonceMeta({ nonce }: { nonce: string }) {
  const [first] = useState(nonce);
  return <meta property="csp-nonce" content={first} />;
}
