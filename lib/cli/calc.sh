#!/bin/sh
# `npm run calc`. Two threads that answer a million requests within seconds and 220 MB want care:
# - One bundle instead of a few hundred modules that are translated as they are loaded: 8 MB less in each thread, and it starts at once. It is
#   made anew each time, in a tenth of a second, so that it is never older than its sources; put in place by renaming, so that whoever reads it
#   while another calc starts reads all of it.
# - Semi-spaces of 8 MB (the second thread has a limit of its own): nearly nothing outlives an answer, and the fewer the collections, the less is copied and kept by chance.
# - No Maglev: TurboFan comes soon enough, and code for both costs memory.
# - What malloc has freed goes back at once, from one arena for all threads.
set -eu
bundle=node_modules/.cache/calc
esbuild lib/cli/calc.ts lib/cli/calc-helper.ts --bundle --splitting --platform=node --format=esm --log-level=warning --outdir="$bundle/$$"
mv -f "$bundle/$$"/* "$bundle"
rmdir "$bundle/$$"
export MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=131072 MALLOC_TRIM_THRESHOLD_=131072
exec node --no-maglev --min-semi-space-size=8 --max-semi-space-size=8 "$bundle/calc.js"
