/** What one question may still cost, over all its automata. */
export interface Meter {
  left: number
}

/** Whether there was something left to pay with. */
export function spend(meter: Meter, cost: number): boolean {
  meter.left -= cost
  return meter.left >= 0
}
