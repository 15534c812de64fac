/** The next round number at or above a count: 1, 2 or 5 times a power of ten. */
export function axisTop(count: number): number {
  const power = 10 ** Math.floor(Math.log10(count));
  const [top = 10] = [1, 2, 5].filter((step) => step * power >= count);
  return top * power;
}
