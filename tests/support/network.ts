import { connect, createServer, type Socket } from "node:net";

export interface Wire {
  readonly port: number;
  /** From now on nothing passes in either direction, and nothing is closed: a black hole. */
  swallow(): void;
  /** Bytes pass again. */
  pass(): void;
  /** Messages from the client since `count` was last read: what was sent without waiting for an answer counts once. */
  turns(): number;
  close(): Promise<void>;
}

/** A wire to a port of this machine that can be cut or listened to. */
export async function makeWire(port: number): Promise<Wire> {
  const sockets = new Set<Socket>();
  let isSwallowing = false;
  let turns = 0;
  let lastFrom: "client" | "server" = "server";
  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    for (const [from, to, side] of [
      [client, upstream, "client"],
      [upstream, client, "server"],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on("data", (bytes) => {
        if (isSwallowing) return;
        if (side === "client" && lastFrom === "server") turns++;
        lastFrom = side;
        to.write(bytes);
      });
      from.on("error", () => to.destroy());
      from.on("close", () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    swallow: () => {
      isSwallowing = true;
    },
    pass: () => {
      isSwallowing = false;
    },
    turns: () => {
      const count = turns;
      turns = 0;
      return count;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
