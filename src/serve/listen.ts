/** Listens on this machine only: what is served may hold rows that are not published. */
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";

export interface Listening {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves on 127.0.0.1; `undefined` where the port cannot be had. Port 0 takes any that is free. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<Listening | undefined> {
  const answer = getRequestListener((request) => fetch(request));
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const isListening = await new Promise<boolean>((resolve) => {
    server.once("error", () => {
      resolve(false);
    });
    server.listen(port, "127.0.0.1", () => {
      resolve(true);
    });
  });
  const bound = server.address();
  if (!isListening || bound === null || typeof bound === "string") return undefined;
  return {
    address: `http://localhost:${String(bound.port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
