/** Event stream: notifies open pages of changes, as server-sent events (WHATWG HTML, section 9.2). */
import type { ServerResponse } from 'node:http';

export interface EventStream {
  /** Answers a request with the stream: first the current state, then whatever is sent. */
  readonly open: (response: ServerResponse, now: object) => void;
  /** Sends to all open pages. */
  readonly send: (data: object) => void;
  /** Ends every stream. */
  readonly close: () => void;
}

/** Milliseconds after which a browser that lost the stream reconnects. */
const RETRY = 1000;

export function createEventStream(): EventStream {
  const open = new Set<ServerResponse>();
  const toEvent = (data: object) => `data: ${JSON.stringify(data)}\n\n`;
  return {
    open(response, now) {
      response.setHeader('content-type', 'text/event-stream');
      response.writeHead(200);
      response.write(`retry: ${RETRY}\n${toEvent(now)}`);
      open.add(response);
      response.on('close', () => open.delete(response));
    },
    send(data) {
      for (const response of open) response.write(toEvent(data));
    },
    close() {
      for (const response of open) response.end();
    },
  };
}
