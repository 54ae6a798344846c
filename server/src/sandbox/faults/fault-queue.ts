import type { Place } from './fault';
import type { FaultOrder } from './fault-order';

export interface FaultQueue {
  readonly add: (order: FaultOrder) => void;
  readonly clear: () => void;
  /** What was asked for and is not used up, the oldest first. */
  readonly waiting: () => readonly FaultOrder[];
  /** The oldest one that is for this place, used once; undefined when the request goes its usual way. */
  readonly take: (place: Place | undefined) => FaultOrder | undefined;
}

export function createFaultQueue(orders: readonly FaultOrder[] = []): FaultQueue {
  let waiting = orders.filter(({ count }) => count !== 0);
  return {
    add: (order) => {
      waiting = [...waiting, order].filter(({ count }) => count !== 0);
    },
    clear: () => {
      waiting = [];
    },
    waiting: () => waiting,
    take(place) {
      if (place === undefined) return undefined;
      const taken = waiting.find((order) => order.place === place || order.place === 'any');
      waiting = waiting.map((order) => (order === taken ? usedOnce(order) : order)).filter(({ count }) => count !== 0);
      return taken;
    },
  };
}

function usedOnce(order: FaultOrder): FaultOrder {
  return order.count === undefined ? order : { ...order, count: order.count - 1 };
}
