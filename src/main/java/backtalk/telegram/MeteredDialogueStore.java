package backtalk.telegram;

import backtalk.dialogue.ports.DialogueStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Counts the failures of a store. */
public final class MeteredDialogueStore {

  private MeteredDialogueStore() {}

  /** Returns the store with each of its failed calls counted. */
  public static DialogueStore of(DialogueStore store, MeterRegistry registry) {
    Counter failures =
        Counter.builder("backtalk.store.failures")
            .description(
                "Failed reads and writes of the store; a turn is tried again until committed")
            .register(registry);
    return (DialogueStore)
        Proxy.newProxyInstance(
            DialogueStore.class.getClassLoader(),
            new Class<?>[] {DialogueStore.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException failing) {
                failures.increment();
                throw failing.getCause();
              }
            });
  }
}
