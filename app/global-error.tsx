"use client";

/** The frame itself failed: no styles, no language, no words from elsewhere. So both languages, and one way on. */
export default function FrameFailed({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="de">
      <head>
        <title>Lizenzkontor</title>
      </head>
      <body>
        <main>
          <h1>Das hat nicht geklappt</h1>
          <p>Die Seite konnte wegen eines Fehlers im Programm nicht aufgebaut werden. Bitte versuchen Sie es erneut.</p>
          <p lang="en">The page could not be built because of a fault in the program. Please try again.</p>
          <button type="button" onClick={retry}>
            Erneut versuchen · <span lang="en">Try again</span>
          </button>
        </main>
      </body>
    </html>
  );
}
