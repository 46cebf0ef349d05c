/** Late: a value that is dear to work out, and not wanted by everybody. */

/** Works it out when it is first asked for, and never again. */
export function late<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
