const TEXTS = 40_000;
/** Seconds that the work below takes on two cores of this class at their full speed. */
const AT_FULL_SPEED = 0.28;

/**
 * How many times slower the machine is at the moment than at its full speed, at least 1: hosts share their processors, and at times a
 * machine has half of what it had an hour before. Told by a fixed piece of work in which none of our code takes part; the mean of three.
 */
export function slownessNow(): number {
  const text = JSON.stringify(
    Array.from({ length: 12 }, (_, index) => ({
      index,
      text: "Lesart: „Jahresende“ ist das Ende des Kalenderjahres.",
      cents: index * 325,
    })),
  );
  const seconds = [1, 2, 3].map(() => {
    const began = performance.now();
    let length = 0;
    for (let at = 0; at < TEXTS; at += 1) length += JSON.stringify(JSON.parse(text)).length;
    if (length !== TEXTS * text.length) throw new Error("a round trip changes nothing");
    return (performance.now() - began) / 1000;
  });
  return Math.max(1, seconds.reduce((sum, each) => sum + each, 0) / seconds.length / AT_FULL_SPEED);
}
