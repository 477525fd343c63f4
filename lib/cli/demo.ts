import "./demo-environment";
import { command } from "./command";
import { demonstrate } from "./demonstration";

/** `npm run demo [-- --fresh]`: builds if the sources changed, and serves the portal with story data from the embedded database. */
await command((onStop) => demonstrate("start", onStop));
