import { startEmbedded } from "@/db/embedded";

// A process that starts the embedded database on the folder of its argument, says how, and stops it when its input ends.
const [folder] = process.argv.slice(2);
try {
  const server = await startEmbedded({ folder });
  console.log(JSON.stringify({ state: server.state, pid: server.pid, port: server.port, appUrl: server.appUrl }));
  process.stdin.resume().once("end", async () => {
    await server.stop();
    process.exit(0);
  });
} catch (error) {
  console.log(JSON.stringify({ refused: (error as Error).message, name: (error as Error).name }));
  process.exit(1);
}
