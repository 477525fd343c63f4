import net from "node:net";
import { CommandRefusal } from "./command";

const listenOnce = (host: string, port: number): Promise<NodeJS.ErrnoException | null> =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", resolve);
    server.listen(port, host, () => server.close(() => resolve(null)));
  });

/** The port that PORT names, or 3000. */
export function portFrom(value: string | undefined): number {
  if (value === undefined || value === "") return 3000;
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65535) return port;
  throw new CommandRefusal(
    `PORT=${value} ist keine Portnummer von 1 bis 65535. (PORT must be a number from 1 to 65535.)`,
  );
}

/** Refuses when somebody listens there already, on either of the addresses that "localhost" stands for. */
export async function requireFreePort(port: number, script: string): Promise<void> {
  for (const host of ["127.0.0.1", "::1"]) {
    const error = await listenOnce(host, port);
    if (error?.code === "EADDRINUSE") {
      throw new CommandRefusal(
        `Port ${port} ist belegt; beenden Sie das andere Programm oder starten Sie mit PORT=${port + 1} npm run ${script}. ` +
          `(Port ${port} is taken; stop the other program or choose another PORT.)`,
      );
    }
    if (error?.code === "EACCES") {
      throw new CommandRefusal(
        `Port ${port} darf dieses Konto nicht öffnen; wählen Sie mit PORT=… einen ab 1024. (This account may not open port ${port}.)`,
      );
    }
  }
}

/** A port that nobody uses at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
