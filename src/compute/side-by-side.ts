/** Work that the engine can do at the same time: while one statement is prepared, another runs. */
import type { Engine, EngineLane } from "./engine.ts";

/** Every result in the order of the items, whatever order they are done in. Throws what the first lane to fail threw, once none is at work. */
export async function sideBySide<T, R>(
  items: readonly T[],
  { lanes }: Engine,
  work: (item: T, engine: EngineLane) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const waiting = items.entries();
  const ended = await Promise.allSettled(
    lanes.map(async (lane) => {
      // Each lane takes the next item that no other has taken.
      for (const [place, item] of waiting) results.set(place, await work(item, lane));
    }),
  );
  for (const end of ended) if (end.status === "rejected") throw end.reason;
  return items.flatMap((_, place) => {
    const result = results.get(place);
    return result === undefined ? [] : [result];
  });
}
