import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';

export interface LoopbackProxy {
  readonly port: number;
  /** The authority and the `Proxy-Authorization` of every CONNECT, in order. */
  readonly connects: readonly { readonly authority: string; readonly authorization: string | undefined }[];
  close(): Promise<void>;
}

/** An HTTP proxy on 127.0.0.1 that opens every tunnel to `targetPort` there, or refuses with a status. */
export async function startLoopbackProxy(answer: { targetPort: number } | { status: number }): Promise<LoopbackProxy> {
  const connects: { authority: string; authorization: string | undefined }[] = [];
  const sockets = new Set<Socket>();
  const server = http.createServer((_request, response) => response.writeHead(500).end());
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', ({ url = '', headers }, client: Socket) => {
    connects.push({ authority: url, authorization: headers['proxy-authorization'] });
    client.on('error', () => client.destroy());
    if ('status' in answer) {
      client.end(`HTTP/1.1 ${answer.status} Refused\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const target = net.connect(answer.targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(client);
      client.pipe(target);
    });
    target.on('error', () => client.destroy());
    client.on('close', () => target.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connects,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}
