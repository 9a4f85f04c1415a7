/** The same function, computed once for each object, whose words must not change afterwards. */
export function once<Key extends object, Value>(compute: (it: Key) => Value): (it: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (it) => {
    const found = known.get(it) ?? { value: compute(it) };
    known.set(it, found);
    return found.value;
  };
}
